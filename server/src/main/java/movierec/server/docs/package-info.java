/** The API's own documents: OpenAPI, Swagger UI, the landing page, version and attributions. */
@NullMarked
package movierec.server.docs;

import org.jspecify.annotations.NullMarked;

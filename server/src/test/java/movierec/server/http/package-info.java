/** Tests of the package of the same name. */
@NullMarked
package movierec.server.http;

import org.jspecify.annotations.NullMarked;

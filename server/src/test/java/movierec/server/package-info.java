/** Tests of the HTTP server. */
@NullMarked
package movierec.server;

import org.jspecify.annotations.NullMarked;

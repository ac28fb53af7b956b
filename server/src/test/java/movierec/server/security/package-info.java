/** Tests of the package of the same name. */
@NullMarked
package movierec.server.security;

import org.jspecify.annotations.NullMarked;

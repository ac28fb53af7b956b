/** Tests of the package of the same name. */
@NullMarked
package movierec.server.log;

import org.jspecify.annotations.NullMarked;

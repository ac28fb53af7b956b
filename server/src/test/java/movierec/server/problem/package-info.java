/** Tests of the package of the same name. */
@NullMarked
package movierec.server.problem;

import org.jspecify.annotations.NullMarked;

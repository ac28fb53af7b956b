/** How things fail: refusals that end a request, and failures of outside systems. */
@NullMarked
package movierec.failure;

import org.jspecify.annotations.NullMarked;

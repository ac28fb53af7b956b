/** Tests. */
@NullMarked
package movierec.learning.train;

import org.jspecify.annotations.NullMarked;

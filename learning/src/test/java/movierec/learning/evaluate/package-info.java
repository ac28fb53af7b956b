/** Tests. */
@NullMarked
package movierec.learning.evaluate;

import org.jspecify.annotations.NullMarked;

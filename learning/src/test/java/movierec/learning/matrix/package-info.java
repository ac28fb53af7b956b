/** Tests. */
@NullMarked
package movierec.learning.matrix;

import org.jspecify.annotations.NullMarked;

/** Sparse rows of users x items and items x items, and the selection of the best of them. */
@NullMarked
package movierec.learning.matrix;

import org.jspecify.annotations.NullMarked;

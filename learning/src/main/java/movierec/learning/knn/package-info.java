/** Neighbours among items by weighted cosine. */
@NullMarked
package movierec.learning.knn;

import org.jspecify.annotations.NullMarked;

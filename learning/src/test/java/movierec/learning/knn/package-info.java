/** Tests. */
@NullMarked
package movierec.learning.knn;

import org.jspecify.annotations.NullMarked;

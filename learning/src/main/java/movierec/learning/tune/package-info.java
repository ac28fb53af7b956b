/** Searches hyper-parameters on validation users. */
@NullMarked
package movierec.learning.tune;

import org.jspecify.annotations.NullMarked;

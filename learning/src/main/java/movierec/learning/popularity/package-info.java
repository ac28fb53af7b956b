/** The model that knows nothing of the user: the baseline beside everything else. */
@NullMarked
package movierec.learning.popularity;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package movierec.learning.popularity;

import org.jspecify.annotations.NullMarked;

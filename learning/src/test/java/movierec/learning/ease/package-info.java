/** Tests. */
@NullMarked
package movierec.learning.ease;

import org.jspecify.annotations.NullMarked;

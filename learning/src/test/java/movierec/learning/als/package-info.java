/** Tests. */
@NullMarked
package movierec.learning.als;

import org.jspecify.annotations.NullMarked;

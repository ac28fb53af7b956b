/** Tests. */
@NullMarked
package movierec.learning.split;

import org.jspecify.annotations.NullMarked;

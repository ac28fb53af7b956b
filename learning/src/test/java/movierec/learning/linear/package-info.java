/** Tests. */
@NullMarked
package movierec.learning.linear;

import org.jspecify.annotations.NullMarked;

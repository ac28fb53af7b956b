/** Tests. */
@NullMarked
package movierec.learning.sequence;

import org.jspecify.annotations.NullMarked;

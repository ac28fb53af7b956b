/** Tests. */
@NullMarked
package movierec.learning.snapshot;

import org.jspecify.annotations.NullMarked;

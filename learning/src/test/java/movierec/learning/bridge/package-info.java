/** Tests. */
@NullMarked
package movierec.learning.bridge;

import org.jspecify.annotations.NullMarked;

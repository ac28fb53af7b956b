/** Tests. */
@NullMarked
package movierec.learning.metric;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package movierec.learning.graph;

import org.jspecify.annotations.NullMarked;

/** Files that all nodes have in common. */
@NullMarked
package movierec.share;

import org.jspecify.annotations.NullMarked;

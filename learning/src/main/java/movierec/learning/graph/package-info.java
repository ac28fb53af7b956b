/** Random walks over the graph of users and items. */
@NullMarked
package movierec.learning.graph;

import org.jspecify.annotations.NullMarked;

/** How good a ranked list is for one user, and what many users say together. */
@NullMarked
package movierec.learning.metric;

import org.jspecify.annotations.NullMarked;

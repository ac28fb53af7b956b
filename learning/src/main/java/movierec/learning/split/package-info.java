/** Which interactions train a model and which ones judge it. */
@NullMarked
package movierec.learning.split;

import org.jspecify.annotations.NullMarked;

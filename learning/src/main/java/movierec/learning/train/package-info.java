/** From rating corpora and events to a serving model: the only package of learning that knows titles. */
@NullMarked
package movierec.learning.train;

import org.jspecify.annotations.NullMarked;

/** Measures models, training and fold-in with JMH; nothing here asserts a time. */
@NullMarked
package movierec.bench.learning;

import org.jspecify.annotations.NullMarked;

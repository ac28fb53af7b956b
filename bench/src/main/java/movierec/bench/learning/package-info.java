/** Measures how quickly models learn and how much memory that takes; nothing here asserts a time. */
@NullMarked
package movierec.bench.learning;

import org.jspecify.annotations.NullMarked;

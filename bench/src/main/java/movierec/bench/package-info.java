/** Measures the running product; nothing here asserts a time. */
@NullMarked
package movierec.bench;

import org.jspecify.annotations.NullMarked;

/**
 * What every model is to the rest of learning: it learns from users x items and then scores items for any history.
 *
 * <p>Everything here and below knows only dense indexes and floats; {@code movierec.learning.train} alone knows titles.
 */
@NullMarked
package movierec.learning;

import org.jspecify.annotations.NullMarked;

/** Runs models through a protocol and reports their metrics. */
@NullMarked
package movierec.learning.evaluate;

import org.jspecify.annotations.NullMarked;

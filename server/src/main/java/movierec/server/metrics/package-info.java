/** Numbers and health for operators. */
@NullMarked
package movierec.server.metrics;

import org.jspecify.annotations.NullMarked;

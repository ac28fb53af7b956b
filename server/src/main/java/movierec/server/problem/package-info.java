/** One shape for every error (RFC 9457), and the one place that turns failures into it. */
@NullMarked
package movierec.server.problem;

import org.jspecify.annotations.NullMarked;

/** Logging: JSON lines for machines, plain lines on a terminal. */
@NullMarked
package movierec.server.log;

import org.jspecify.annotations.NullMarked;

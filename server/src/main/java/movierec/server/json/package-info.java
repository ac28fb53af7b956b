/** JSON on the wire: one mapper, and reading bodies and parameters so that every fault is reported at once. */
@NullMarked
package movierec.server.json;

import org.jspecify.annotations.NullMarked;

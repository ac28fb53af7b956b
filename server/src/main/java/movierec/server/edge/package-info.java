/** What happens to every request before it is routed and after it is answered. */
@NullMarked
package movierec.server.edge;

import org.jspecify.annotations.NullMarked;

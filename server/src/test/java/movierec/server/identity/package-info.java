/** Tests over real HTTP, see {@link movierec.server.RunningServer}. */
@NullMarked
package movierec.server.identity;

import org.jspecify.annotations.NullMarked;

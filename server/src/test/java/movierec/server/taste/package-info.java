/** Tests over real HTTP, see {@link movierec.server.RunningServer}. */
@NullMarked
package movierec.server.taste;

import org.jspecify.annotations.NullMarked;

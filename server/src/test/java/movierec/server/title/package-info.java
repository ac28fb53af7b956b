/** Tests over real HTTP, see {@link movierec.server.RunningServer}. */
@NullMarked
package movierec.server.title;

import org.jspecify.annotations.NullMarked;

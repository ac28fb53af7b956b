/** Tests over real HTTP, see {@link movierec.server.RunningServer}. */
@NullMarked
package movierec.server.admin;

import org.jspecify.annotations.NullMarked;

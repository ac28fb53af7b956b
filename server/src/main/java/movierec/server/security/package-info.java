/** Who is asking, whether they may, and how often. */
@NullMarked
package movierec.server.security;

import org.jspecify.annotations.NullMarked;

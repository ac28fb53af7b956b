/** The contracts of the ports that keep what users did and prefer, and in-memory stores. */
@NullMarked
package movierec.testkit.taste;

import org.jspecify.annotations.NullMarked;

/** What users did and prefer: events, lists, preferences, and the port that stores them. */
@NullMarked
package movierec.taste;

import org.jspecify.annotations.NullMarked;

/** The contract of the port that keeps titles, titles to test with, and an in-memory store. */
@NullMarked
package movierec.testkit.title;

import org.jspecify.annotations.NullMarked;

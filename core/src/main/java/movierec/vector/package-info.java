/** Titles as vectors of what is written about them: what encodes, keeps, and searches them. */
@NullMarked
package movierec.vector;

import org.jspecify.annotations.NullMarked;

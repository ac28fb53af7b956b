/** What the catalogue knows: titles, their ids and genres, and the port that stores them. */
@NullMarked
package movierec.title;

import org.jspecify.annotations.NullMarked;

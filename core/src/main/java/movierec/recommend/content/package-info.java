/** Titles as vectors of what they are: genres, keywords, people, decade, language. */
@NullMarked
package movierec.recommend.content;

import org.jspecify.annotations.NullMarked;

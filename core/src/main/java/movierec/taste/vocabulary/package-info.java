/** The words in which users state a taste, and what each of them means in the catalogue. */
@NullMarked
package movierec.taste.vocabulary;

import org.jspecify.annotations.NullMarked;

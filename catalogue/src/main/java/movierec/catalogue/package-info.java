/** What brings titles and their votes into the catalogue. */
@NullMarked
package movierec.catalogue;

import org.jspecify.annotations.NullMarked;

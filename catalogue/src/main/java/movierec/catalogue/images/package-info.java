/** Posters and other pictures of titles: fetched from their source when they are asked for, and kept for a while. */
@NullMarked
package movierec.catalogue.images;

import org.jspecify.annotations.NullMarked;

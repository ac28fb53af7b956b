/**
 * TMDB as a source of titles. {@link movierec.catalogue.tmdb.TmdbClient} asks, politely and patiently;
 * {@code ListRows} and {@code DetailBody} read what comes back, whatever is missing from it;
 * {@link movierec.catalogue.tmdb.TmdbSource} and {@link movierec.catalogue.tmdb.TmdbLive} answer the ports of the core.
 */
@NullMarked
package movierec.catalogue.tmdb;

import org.jspecify.annotations.NullMarked;

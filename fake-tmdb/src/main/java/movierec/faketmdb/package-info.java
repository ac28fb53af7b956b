/** A TMDB of invented titles with the habits, quirks and failures of the real one, as an HTTP server of this process. */
@NullMarked
package movierec.faketmdb;

import org.jspecify.annotations.NullMarked;

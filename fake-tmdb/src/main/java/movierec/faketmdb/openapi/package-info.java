/** Checks requests and answers against TMDB's own OpenAPI document. */
@NullMarked
package movierec.faketmdb.openapi;

import org.jspecify.annotations.NullMarked;

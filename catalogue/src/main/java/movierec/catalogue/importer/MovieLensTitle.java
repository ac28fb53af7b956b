package movierec.catalogue.importer;

import java.util.List;
import movierec.title.Genre;

/**
 * What a MovieLens data set says about a movie.
 *
 * @param movieId MovieLens' own number
 * @param originalName or an alternative one; may be empty
 * @param year 0 when unknown
 * @param keywords what users called it, and what is a genre only there
 */
public record MovieLensTitle(
        int movieId, String name, String originalName, int year, List<Genre> genres, List<String> keywords) {
    public MovieLensTitle {
        genres = List.copyOf(genres);
        keywords = List.copyOf(keywords);
    }
}

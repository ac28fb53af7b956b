package movierec.catalogue.importer;

import java.util.List;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.TitleId;

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

    /** The same in the words of the catalogue. */
    public Title.Builder describe(TitleId titleId) {
        return Title.builder(titleId, name)
                .originalName(originalName)
                .year(year)
                .genres(genres)
                .keywords(keywords);
    }
}

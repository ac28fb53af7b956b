package movierec.server.docs;

import java.util.List;
import java.util.Map;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;

/** {@code /api/about}: where the data comes from, and under which licence the product is (CAT-10). */
public final class ShowAbout implements Endpoint {
    /** The notice that TMDB asks for, word for word. */
    public static final String TMDB_NOTICE =
            "This product uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by TMDB.";

    /** The notice that goes with every watch offer. */
    public static final String JUSTWATCH_NOTICE = "Watch offers are provided by JustWatch.";

    private record Attribution(String source, String notice, String url) {}

    private static final List<Attribution> ATTRIBUTIONS = List.of(
            new Attribution("TMDB", TMDB_NOTICE, "https://www.themoviedb.org/"),
            new Attribution("JustWatch", JUSTWATCH_NOTICE, "https://www.justwatch.com/"),
            new Attribution(
                    "MovieLens",
                    "Ratings, where imported, come from the MovieLens data sets of GroupLens Research: F. M. Harper and"
                            + " J. A. Konstan, 2015, The MovieLens Datasets: History and Context, ACM TiiS 5(4).",
                    "https://grouplens.org/datasets/movielens/"),
            new Attribution(
                    "Sample audience",
                    "The audience of the built-in sample catalogue is simulated; no real person's ratings are in it.",
                    ""));

    private final Build build;

    public ShowAbout(Build build) {
        this.build = build;
    }

    @Override
    public Answer answer(Call call) {
        return Answer.ok(Map.of(
                        "name",
                        "MovieRec",
                        "version",
                        build.version(),
                        "licence",
                        "Apache-2.0",
                        "attributions",
                        ATTRIBUTIONS))
                .cached(Caching.DOCUMENT);
    }
}

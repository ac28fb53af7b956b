package movierec.recommend;

import java.util.List;

/**
 * An answer.
 *
 * @param titles best first
 * @param modelVersion the model that took part, or {@code none}
 * @param degraded whether a stage that should have answered could not
 * @param stage which stage of the fallback chain answered
 */
public record Recommendations(
        List<Recommendation> titles, String profile, String modelVersion, boolean degraded, Stage stage) {
    public Recommendations {
        titles = List.copyOf(titles);
    }
}

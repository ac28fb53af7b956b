package movierec.recommend;

import java.util.List;
import movierec.title.Title;

/** A recommended title, the parts of its score, and why. */
public record Recommendation(Title title, Parts parts, List<Reason> reasons) {
    public Recommendation {
        reasons = List.copyOf(reasons);
    }

    public double score() {
        return parts.sum();
    }
}

package movierec.recommend;

import java.util.List;
import movierec.title.Title;

/**
 * A live catalogue, asked when too few local titles pass the filters (REC-9). Must answer within its own strict time limit
 * and never throw: no titles is an answer.
 */
public interface LiveSource {
    /** No live catalogue. */
    LiveSource NONE = (context, limit) -> List.of();

    /** Titles that may suit the user, best first, at most {@code limit}. They are filtered again. */
    List<Title> discover(UserContext context, int limit);
}

package movierec.taste;

import java.time.Instant;
import java.util.List;
import movierec.title.TitleId;

/**
 * A list of recommendations as it was served (EVT-3).
 *
 * @param titles in the order of their positions
 */
public record ServedList(Instant at, String profile, String modelVersion, List<TitleId> titles) {
    public ServedList {
        titles = List.copyOf(titles);
        at = Instant.ofEpochMilli(at.toEpochMilli());
    }
}

package movierec.recommend;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import movierec.taste.Preferences;
import movierec.title.TitleId;

/** Users as a live source sees them. */
public final class Askers {
    private Askers() {}

    public static UserContext who(Preferences preferences, MediaFilter mediaType, Set<TitleId> hidden) {
        return UserContext.assumed(List.of(), hidden, preferences, mediaType, Instant.EPOCH);
    }
}

package movierec.learning.train;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import movierec.identity.UserId;
import movierec.taste.Event;
import movierec.taste.EventLog;
import movierec.title.TitleId;

/**
 * What the users of this installation like, from their events. The latest verdict counts: a rating of 4 or more and a
 * favourite are positives; a lower rating and a dismissal take the title out, watched or not; watched and watchlist are
 * positives as long as nothing speaks against them. Clicked and shown say nothing.
 */
final class OwnPositives {
    private final Map<UserId, UserPositives> byUser = new LinkedHashMap<>();

    private OwnPositives() {}

    static OwnPositives of(EventLog events) {
        OwnPositives positives = new OwnPositives();
        events.forEach((user, event) -> positives
                .byUser
                .computeIfAbsent(user, newUser -> new UserPositives())
                .visit(event));
        return positives;
    }

    long usersWithAtLeast(int count) {
        return byUser.values().stream()
                .filter(user -> user.seconds.size() >= count)
                .count();
    }

    /** Adds all positives as users of their own. */
    void addTo(PositiveCollector collector) {
        for (UserPositives user : byUser.values()) {
            int userIndex = collector.newUser();
            user.seconds.forEach((titleId, second) -> collector.add(userIndex, titleId, second));
        }
    }

    private static final class UserPositives {
        private final Map<TitleId, Long> seconds = new LinkedHashMap<>();
        private final Set<TitleId> refused = new HashSet<>();

        void visit(Event event) {
            switch (event.kind()) {
                case RATED -> judge(event, event.value() >= PositiveCollector.MIN_POSITIVE_RATING);
                case FAVOURITE -> judge(event, true);
                case DISMISSED -> judge(event, false);
                case WATCHED, WATCHLIST -> {
                    if (!refused.contains(event.titleId())) {
                        seconds.putIfAbsent(event.titleId(), event.at().getEpochSecond());
                    }
                }
                case CLICKED, SHOWN -> {}
            }
        }

        private void judge(Event event, boolean likes) {
            if (likes) {
                refused.remove(event.titleId());
                seconds.putIfAbsent(event.titleId(), event.at().getEpochSecond());
            } else {
                refused.add(event.titleId());
                seconds.remove(event.titleId());
            }
        }
    }
}

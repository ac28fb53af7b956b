package movierec.learning.train;

import java.time.Duration;
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
 * positives as long as nothing speaks against them. Clicked and shown say nothing. A positive counts as much as the event
 * that says most: see {@link #confidence}.
 */
final class OwnPositives {
    private final Map<UserId, UserPositives> byUser = new LinkedHashMap<>();
    private long newestSecond;

    private OwnPositives() {}

    static OwnPositives of(EventLog events) {
        OwnPositives positives = new OwnPositives();
        events.forEach(positives::visit);
        return positives;
    }

    private void visit(UserId user, Event event) {
        newestSecond = Math.max(newestSecond, event.at().getEpochSecond());
        byUser.computeIfAbsent(user, newUser -> new UserPositives()).visit(event);
    }

    long usersWithAtLeast(int count) {
        return byUser.values().stream()
                .filter(user -> user.positives.size() >= count)
                .count();
    }

    /**
     * Adds all positives as users of their own.
     *
     * @param halfLife a positive so much older than the newest event of all counts half; zero = age does not matter
     */
    void addTo(PositiveCollector collector, Duration halfLife) {
        for (UserPositives user : byUser.values()) {
            int userIndex = collector.newUser();
            user.positives.forEach((titleId, positive) -> collector.add(
                    userIndex, titleId, positive.second, (float) (positive.confidence * recency(positive, halfLife))));
        }
    }

    private double recency(Positive positive, Duration halfLife) {
        double age = newestSecond - positive.second;
        return halfLife.isZero() ? 1 : Math.pow(0.5, age / halfLife.toSeconds());
    }

    /** What a positive counts: five stars and a favourite most, what was only put on a list least. */
    private static double confidence(Event event) {
        return switch (event.kind()) {
            case FAVOURITE -> 1.5;
            case RATED -> 1 + (event.value() - PositiveCollector.MIN_POSITIVE_RATING) / 2;
            case WATCHED -> 0.7;
            case WATCHLIST -> 0.5;
            case DISMISSED, CLICKED, SHOWN -> 0;
        };
    }

    /**
     * A title that somebody likes.
     *
     * @param second of the first event that said so
     */
    private record Positive(long second, double confidence) {
        Positive and(Positive later) {
            return new Positive(second, Math.max(confidence, later.confidence));
        }
    }

    private static final class UserPositives {
        private final Map<TitleId, Positive> positives = new LinkedHashMap<>();
        private final Set<TitleId> refused = new HashSet<>();

        void visit(Event event) {
            switch (event.kind()) {
                case RATED -> judge(event, event.value() >= PositiveCollector.MIN_POSITIVE_RATING);
                case FAVOURITE -> judge(event, true);
                case DISMISSED -> judge(event, false);
                case WATCHED, WATCHLIST -> {
                    if (!refused.contains(event.titleId())) {
                        like(event);
                    }
                }
                case CLICKED, SHOWN -> {}
            }
        }

        private void judge(Event event, boolean likes) {
            if (likes) {
                refused.remove(event.titleId());
                like(event);
            } else {
                refused.add(event.titleId());
                positives.remove(event.titleId());
            }
        }

        private void like(Event event) {
            positives.merge(
                    event.titleId(), new Positive(event.at().getEpochSecond(), confidence(event)), Positive::and);
        }
    }
}

package movierec.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import movierec.identity.UserId;
import movierec.taste.BatchList;
import movierec.taste.BatchListStore;
import movierec.taste.EventLog;
import movierec.taste.Taste;
import movierec.taste.TasteStore;

/**
 * Computes the batch layer of active users beforehand, with the model that serves (REC-6). Each list names the model and the
 * taste it was computed from, so wherever this is interrupted, what is stored stays true; the next run completes it.
 * Thread-safe.
 */
public final class PrecomputeBatch {
    /** Keeps a transaction within some ten milliseconds, since other processes' writes wait for it. */
    private static final int USERS_PER_TRANSACTION = 250;

    /** No list was served since then, and none is wanted here. */
    private static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final EventLog events;
    private final TasteStore tastes;
    private final BatchListStore lists;

    public PrecomputeBatch(EventLog events, TasteStore tastes, BatchListStore lists) {
        this.events = events;
        this.tastes = tastes;
        this.lists = lists;
    }

    /** Hears how many users are done, from the working threads. */
    @FunctionalInterface
    public interface Progress {
        void step(int done, int total);
    }

    /**
     * Computes and stores the lists of everybody with an event since a moment; works on several users at once.
     *
     * @return how many lists were stored; none when no model serves
     */
    public int run(ServingState state, Instant activeSince, Progress progress) {
        if (state.model().isEmpty()) {
            return 0;
        }
        List<UserId> users = activeUsers(activeSince);
        AtomicInteger done = new AtomicInteger();
        for (int start = 0; start < users.size(); start += USERS_PER_TRANSACTION) {
            Map<UserId, BatchList> computed = new ConcurrentHashMap<>();
            List<UserId> some = users.subList(start, Math.min(start + USERS_PER_TRANSACTION, users.size()));
            some.parallelStream().forEach(user -> {
                computed.put(user, listOf(user, state));
                progress.step(done.incrementAndGet(), users.size());
            });
            lists.save(computed);
        }
        return users.size();
    }

    private List<UserId> activeUsers(Instant since) {
        Set<UserId> active = new LinkedHashSet<>();
        events.forEach((user, event) -> {
            if (!event.at().isBefore(since)) {
                active.add(user);
            }
        });
        return new ArrayList<>(active);
    }

    private BatchList listOf(UserId user, ServingState state) {
        Taste taste = tastes.load(user, END_OF_TIME);
        History history = History.of(taste.events());
        float[] scores = ModelHistory.scores(history, state);
        int[] best = TopTitles.of(scores, BatchList.MAX_ENTRIES, titleIndex -> !history.settled()
                .contains(state.catalogue().title(titleIndex).id()));
        return new BatchList(
                state.modelVersion(),
                taste.version(),
                Arrays.stream(best)
                        .mapToObj(titleIndex -> new BatchList.Entry(
                                state.catalogue().title(titleIndex).id(), scores[titleIndex]))
                        .toList());
    }
}

package movierec.catalogue.fetch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import movierec.failure.OutsideFailure;
import movierec.title.Title;
import movierec.title.TitleCheck;
import movierec.title.TitleCheckStore;
import movierec.title.TitleId;
import movierec.title.TitleStore;

/** Saves titles in batches, trying again where the store says that it may help. */
final class TitleSaver {
    private static final int BATCH = 25;
    private static final int RETRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);

    private final TitleStore titles;
    private final TitleCheckStore checks;
    private final FetchControl.Pause pause;

    TitleSaver(TitleStore titles, TitleCheckStore checks, FetchControl.Pause pause) {
        this.titles = titles;
        this.checks = checks;
        this.pause = pause;
    }

    /**
     * Saves what a list says about titles. Of a title that is known in detail only the votes and the popularity are new;
     * its other facts stay as old as they are.
     */
    void saveRows(String source, List<Title> rows) {
        Map<TitleId, Title> known = titles
                .of(source, rows.stream().map(Title::id).toList())
                .stream()
                .collect(Collectors.toMap(Title::id, Function.identity()));
        List<Title> changed = new ArrayList<>();
        for (Title row : rows) {
            Title before = known.getOrDefault(row.id(), row);
            Title after = before.detailed()
                    ? before.toBuilder()
                            .votes(row.voteAverage(), row.voteCount())
                            .popularity(row.popularity())
                            .build()
                    : row;
            if (!after.equals(before) || !known.containsKey(row.id())) {
                changed.add(after);
            }
        }
        save(changed);
    }

    void save(Collection<Title> saved) {
        inBatches(List.copyOf(saved), titles::save);
    }

    void saveChecks(Collection<TitleCheck> saved) {
        inBatches(List.copyOf(saved), checks::save);
    }

    /** The source no longer has these titles. */
    void forget(String source, Collection<TitleId> gone) {
        inBatches(List.copyOf(gone), batch -> titles.delete(source, batch));
    }

    private <T> void inBatches(List<T> all, Work<T> work) {
        for (int from = 0; from < all.size(); from += BATCH) {
            persist(all.subList(from, Math.min(from + BATCH, all.size())), work);
        }
    }

    private <T> void persist(List<T> batch, Work<T> work) {
        for (int retry = 0; ; retry++) {
            try {
                work.on(batch);
                return;
            } catch (OutsideFailure failure) {
                if (!failure.retryable() || retry == RETRIES) {
                    throw failure;
                }
                pause.wait(FIRST_WAIT.multipliedBy(1L << retry));
            }
        }
    }

    private interface Work<T> {
        void on(List<T> batch);
    }
}

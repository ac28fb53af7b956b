package movierec.catalogue.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import movierec.catalogue.fetch.Staleness.Wanted;
import movierec.failure.OutsideFailure;
import movierec.title.SourceTerms;
import movierec.title.Title;
import movierec.title.TitleCheck;
import movierec.title.TitleCheckStore;
import movierec.title.TitleId;
import movierec.title.TitleSource.Fetched;
import movierec.title.TitleSource.Found;
import movierec.title.TitleSource.Gone;
import movierec.title.TitleSource.Unchanged;
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
     * its other facts stay as old as they are. A row that is complete itself is as good as an answer about its title, which
     * then need not be asked for.
     */
    void saveRows(String source, List<Title> rows) {
        Map<TitleId, Title> known = titles
                .of(source, rows.stream().map(Title::id).toList())
                .stream()
                .collect(Collectors.toMap(Title::id, Function.identity()));
        List<Title> changed = new ArrayList<>();
        for (Title row : rows) {
            Title before = known.getOrDefault(row.id(), row);
            Title after = before.detailed() && !row.detailed()
                    ? before.toBuilder()
                            .votes(row.voteAverage(), row.voteCount())
                            .popularity(row.popularity())
                            .build()
                    : row;
            if (!known.containsKey(row.id()) || !isKnown(after, before)) {
                changed.add(after);
            }
        }
        save(changed);
        inBatches(
                rows.stream()
                        .filter(Title::detailed)
                        .map(row -> new TitleCheck(row.id(), source, row.fetchedAt(), "", false))
                        .toList(),
                checks::save);
    }

    /** Facts that may be kept for ever need not be saved again only because they are still true. */
    private static boolean isKnown(Title row, Title before) {
        boolean keepsForEver = SourceTerms.expiry(row.source(), row.fetchedAt()).equals(Instant.MAX);
        return row.detailed() && keepsForEver ? row.saysTheSameAs(before) : row.equals(before);
    }

    /** What a source said about one title. */
    record Answer(Wanted wanted, Fetched fetched) {}

    /** How many titles were found, still the same, and gone. */
    record Saved(int found, int unchanged, int gone) {}

    /** Saves what a source said about single titles; at most one answer for each title. */
    Saved saveAnswers(String source, List<Answer> answers, Instant now) {
        List<Title> found = new ArrayList<>();
        List<TitleId> unchanged = new ArrayList<>();
        List<TitleId> gone = new ArrayList<>();
        List<TitleCheck> made = new ArrayList<>();
        for (Answer answer : answers) {
            TitleId id = answer.wanted().id();
            switch (answer.fetched()) {
                case Found title -> {
                    found.add(title.title());
                    made.add(new TitleCheck(id, source, now, title.etag(), false));
                }
                case Unchanged same -> {
                    unchanged.add(id);
                    made.add(new TitleCheck(id, source, now, answer.wanted().etag(), false));
                }
                case Gone nothing -> {
                    gone.add(id);
                    made.add(new TitleCheck(id, source, now, "", true));
                }
            }
        }
        Saved saved = new Saved(found.size(), unchanged.size(), gone.size());
        for (Title title : titles.of(source, unchanged)) {
            found.add(title.toBuilder().source(source, now).build());
        }
        save(found);
        inBatches(gone, batch -> titles.delete(source, batch));
        inBatches(made, checks::save);
        return saved;
    }

    private void save(Collection<Title> saved) {
        inBatches(List.copyOf(saved), titles::save);
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

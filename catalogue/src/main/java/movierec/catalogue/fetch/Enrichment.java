package movierec.catalogue.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import movierec.catalogue.fetch.Staleness.Wanted;
import movierec.catalogue.fetch.TitleSaver.Answer;
import movierec.failure.OutsideFailure;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleInterest;
import movierec.title.TitleSource;
import movierec.title.TitleSource.SourceHealth;

/**
 * Completes single titles behind the answers: those that somebody looks at while their facts are old or incomplete, and those
 * that somebody named while the catalogue does not have them (CAT-8). Never makes anybody wait: what does not fit into the
 * queue is forgotten until the next time. Thread-safe.
 */
public final class Enrichment implements TitleInterest, AutoCloseable {
    private static final int MAX_WAITING = 1_000;
    private static final int MAX_REMEMBERED = 10_000;

    /** A title is looked into once in this time, however often it is viewed. */
    private static final Duration ONCE_IN = Duration.ofMinutes(30);

    private static final Duration REST_AFTER_FAILURE = Duration.ofMinutes(1);

    private final TitleSource source;
    private final Staleness staleness;
    private final Duration refreshAfter;
    private final InstantSource clock;
    private final Consumer<String> warnings;
    private final TitleSaver saver;
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final Map<TitleId, Instant> lastAsked = new LinkedHashMap<>();
    private final Thread worker;
    private volatile Instant restUntil = Instant.MIN;

    public Enrichment(
            TitleSource source,
            FetchStores stores,
            Duration refreshAfter,
            InstantSource clock,
            Consumer<String> warnings) {
        this.source = source;
        this.staleness = new Staleness(source.name(), stores, refreshAfter);
        this.refreshAfter = refreshAfter;
        this.clock = clock;
        this.warnings = warnings;
        this.saver = new TitleSaver(stores.titles(), stores.checks(), FetchControl.SLEEP);
        this.worker = Thread.ofVirtual().name("enrichment").start(this::work);
    }

    @Override
    public void viewed(Title title) {
        boolean isCurrent = title.source().equals(source.name())
                && title.detailed()
                && clock.instant().isBefore(title.fetchedAt().plus(refreshAfter));
        if (!isCurrent) {
            named(title.id());
        }
    }

    @Override
    public void named(TitleId id) {
        Instant now = clock.instant();
        if (now.isBefore(restUntil)) {
            return;
        }
        synchronized (lastAsked) {
            Instant last = lastAsked.getOrDefault(id, Instant.MIN);
            if (now.isBefore(last.equals(Instant.MIN) ? last : last.plus(ONCE_IN))
                    || !waiting.offer(() -> complete(id))) {
                return;
            }
            lastAsked.remove(id);
            lastAsked.put(id, now);
            if (lastAsked.size() > MAX_REMEMBERED) {
                lastAsked.remove(lastAsked.keySet().iterator().next());
            }
        }
    }

    private void work() {
        try {
            while (true) {
                doReporting(waiting.take());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Titles were found while somebody waited for them: they join the catalogue. */
    public void found(List<Title> rows) {
        waiting.offer(() -> saver.saveRows(source.name(), rows));
    }

    private void complete(TitleId id) {
        for (Wanted stale : staleness.among(List.of(id), clock.instant())) {
            Answer answer = new Answer(stale, source.details(stale.id(), stale.etag()));
            saver.saveAnswers(source.name(), List.of(answer), clock.instant());
        }
    }

    private void doReporting(Runnable task) {
        try {
            task.run();
        } catch (OutsideFailure failure) {
            if (!(source.health() instanceof SourceHealth.Well)) {
                restUntil = clock.instant().plus(REST_AFTER_FAILURE);
                waiting.clear();
            }
            warnings.accept("The catalogue could not be completed: " + failure.getMessage());
        }
    }

    @Override
    public void close() {
        worker.interrupt();
    }
}

package movierec.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import movierec.failure.OutsideFailure;
import movierec.textvectors.BgeSmallEncoder;
import movierec.title.Catalogue;
import movierec.vector.EncodeTitles;
import movierec.vector.EncodeTitles.Outcome;
import movierec.vector.MeaningSearch;
import movierec.vector.VectorIndex;
import movierec.vector.VectorSearch;
import movierec.vector.VectorStore;
import movierec.vectors.EmbeddedVectorIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors of this process: one thread of low priority encodes what is new, and rests as long as it works. The model is loaded
 * when the first text is to be encoded, be it a title's or a query's, and not before.
 */
final class EmbeddedContentVectors implements ContentVectors {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedContentVectors.class);
    private static final int ENCODED_AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration CLOSING_TIME = Duration.ofSeconds(10);

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .name("content-vectors")
            .priority(Thread.MIN_PRIORITY)
            .daemon()
            .factory());
    /** The catalogue that is still to be turned to, or nothing. */
    private final AtomicReference<List<Catalogue>> next = new AtomicReference<>(List.of());

    private final LateEncoder encoder;
    private final VectorIndex index;
    private final EncodeTitles encodeTitles;
    private final MeaningSearch search;
    private volatile boolean closed;

    private EmbeddedContentVectors(LateEncoder encoder, VectorIndex index, VectorStore store) {
        this.encoder = encoder;
        this.index = index;

        this.encodeTitles = new EncodeTitles(
                BgeSmallEncoder.NAME,
                () -> new RestingEncoder(encoder.await()),
                store,
                index,
                () -> !closed && next.get().isEmpty());
        this.search = new VectorSearch(encoder, index, ENCODED_AT_ONCE, LOG::warn);
    }

    /** @param cache folder for what can be made again any time */
    static EmbeddedContentVectors open(VectorStore store, Path cache) {
        return new EmbeddedContentVectors(
                new LateEncoder(() -> BgeSmallEncoder.open(cache.resolve("text-vectors"))),
                new EmbeddedVectorIndex(BgeSmallEncoder.DIMENSIONS, cache.resolve("vectors")),
                store);
    }

    @Override
    public void follow(Catalogue catalogue) {
        if (!encoder.isUnusable() && !closed) {
            next.set(List.of(catalogue));
            worker.execute(this::work);
        }
    }

    private void work() {
        List<Catalogue> wanted = next.getAndSet(List.of());
        for (Catalogue catalogue : wanted) {
            work(catalogue);
        }
    }

    private void work(Catalogue catalogue) {
        try {
            Outcome outcome = encodeTitles.run(catalogue.all(), new LoggedProgress(LOG));
            if (outcome.finished()) {
                LOG.info(
                        "Search by meaning knows {} titles ({} encoded now, {} vectors deleted)",
                        outcome.ready(),
                        outcome.encoded(),
                        outcome.deleted());
            }
        } catch (OutsideFailure failure) {
            if (encoder.isUnusable()) {
                LOG.warn("Titles are searched by words alone, not by meaning: {}", failure.getMessage());
            } else if (!closed) {
                LOG.warn("Encoding titles broke off and is tried again in a minute: {}", failure.getMessage());
                worker.schedule(() -> retry(catalogue), RETRY.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (RuntimeException bug) {
            LOG.error("Encoding titles failed", bug);
        }
    }

    private void retry(Catalogue catalogue) {
        next.compareAndSet(List.of(), List.of(catalogue));
        work();
    }

    @Override
    public MeaningSearch search() {
        return search;
    }

    @Override
    public void close() {
        closed = true;
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(CLOSING_TIME.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Encoding titles did not end in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        encoder.close();
        index.close();
    }
}

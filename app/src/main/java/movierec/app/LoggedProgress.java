package movierec.app;

import java.time.Duration;
import movierec.vector.EncodeTitles;
import org.slf4j.Logger;

/** Says every now and then how far the encoding of titles is. Not thread-safe. */
final class LoggedProgress implements EncodeTitles.Watcher {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Logger log;
    private final long startedAt = System.nanoTime();
    private long saidAt = startedAt;

    LoggedProgress(Logger log) {
        this.log = log;
    }

    @Override
    public void encoded(int done, int all) {
        long now = System.nanoTime();
        if (now - saidAt >= PAUSE.toNanos()) {
            saidAt = now;
            double seconds = (now - startedAt) / 1e9;
            log.info("Encoded {} of {} titles, {} a second", done, all, Math.round(done / seconds));
        }
    }
}

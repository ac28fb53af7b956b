package movierec.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import movierec.title.ReferenceStore;
import movierec.title.SourceTerms;
import movierec.title.TitleSource.SourceReference;

/** The address of TMDB's pictures: as TMDB says, or where they have always been. Looks it up now and then. Thread-safe. */
final class ImageBase implements Supplier<String> {
    private static final String USUAL = "https://image.tmdb.org/t/p/";
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMinutes(1);

    private final ReferenceStore references;
    private final InstantSource clock;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(USUAL, Instant.MIN));

    private record Known(String base, Instant until) {}

    ImageBase(ReferenceStore references, InstantSource clock) {
        this.references = references;
        this.clock = clock;
    }

    @Override
    public String get() {
        Instant now = clock.instant();
        if (now.isBefore(known.get().until())) {
            return known.get().base();
        }
        String base = references
                .find(SourceTerms.TMDB)
                .map(SourceReference::imageBase)
                .filter(address -> !address.isEmpty())
                .orElse(USUAL);
        known.set(new Known(base, now.plus(LOOK_AGAIN_AFTER)));
        return base;
    }
}

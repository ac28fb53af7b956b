package movierec.testkit.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import movierec.testkit.identity.SettableClock;
import movierec.title.ReferenceStore;
import movierec.title.TitleSource.Region;
import movierec.title.TitleSource.SourceReference;
import org.junit.jupiter.api.Test;

/** What every {@link ReferenceStore} does. */
public abstract class ReferenceStoreContract {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.123456Z");
    private static final SourceReference TMDB = new SourceReference(
            "tmdb",
            "https://images.example/t/",
            List.of(new Region("DE", "Germany"), new Region("CI", "Côte d'Ivoire")),
            NOW);
    private static final SourceReference FILES = new SourceReference("files", "", List.of(), NOW);

    /** An empty store that takes the clock's time for now. */
    protected abstract ReferenceStore references(InstantSource clock);

    @Test
    public void knowsNothingAtFirst() {
        ReferenceStore references = references(InstantSource.fixed(NOW));

        assertThat(references.find("tmdb")).isEmpty();
        assertThat(references.deleteBySource("tmdb")).isFalse();
    }

    @Test
    public void keepsWhatEachSourceSaidLast() {
        ReferenceStore references = references(InstantSource.fixed(NOW));
        references.save(new SourceReference("tmdb", "http://old.example/", List.of(), NOW.minusSeconds(9)));
        references.save(FILES);

        references.save(TMDB);

        assertThat(references.find("tmdb")).contains(TMDB);
        assertThat(references.find("files")).contains(FILES);
    }

    @Test
    public void saysNothingBeyondItsSourcesLegalAge() {
        SettableClock clock = new SettableClock(NOW);
        ReferenceStore references = references(clock);
        references.save(TMDB);
        references.save(FILES);

        clock.advance(Duration.ofDays(180).minusNanos(1));
        assertThat(references.find("tmdb")).contains(TMDB);

        clock.advance(Duration.ofNanos(1));
        assertThat(references.find("tmdb")).isEmpty();
        assertThat(references.find("files")).contains(FILES);
    }

    @Test
    public void deletesOneSourceOnly() {
        ReferenceStore references = references(InstantSource.fixed(NOW));
        references.save(TMDB);
        references.save(FILES);

        assertThat(references.deleteBySource("tmdb")).isTrue();

        assertThat(references.find("tmdb")).isEmpty();
        assertThat(references.find("files")).contains(FILES);
    }
}

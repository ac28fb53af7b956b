package movierec.testkit.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import movierec.title.TitleCheck;
import movierec.title.TitleCheckStore;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

/** What every {@link TitleCheckStore} does. */
public abstract class TitleCheckStoreContract {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123Z");
    private static final TitleCheck MOVIE = new TitleCheck(TitleId.movie(7), "tmdb", NOON, "W/\"a'b\"", false);
    private static final TitleCheck SHOW = new TitleCheck(TitleId.tv(7), "tmdb", NOON.plusMillis(1), "", true);
    private static final TitleCheck OF_FILES = new TitleCheck(TitleId.movie(7), "files", NOON, "", false);

    /** An empty store. */
    protected abstract TitleCheckStore checks();

    @Test
    public void knowsNoCheckAtFirst() {
        TitleCheckStore checks = checks();

        checks.save(List.of());

        assertThat(checks.find("tmdb", List.of(TitleId.movie(7)))).isEmpty();
        assertThat(checks.find("tmdb", List.of())).isEmpty();
        assertThat(checks.deleteBySource("tmdb")).isZero();
    }

    @Test
    public void tellsTypesAndSourcesApart() {
        TitleCheckStore checks = checks();
        checks.save(List.of(MOVIE, SHOW, OF_FILES));

        assertThat(checks.find("tmdb", List.of(TitleId.movie(7)))).containsExactly(MOVIE);
        assertThat(checks.find("tmdb", List.of(TitleId.tv(7), TitleId.movie(7), TitleId.tv(7), TitleId.tv(8))))
                .containsExactlyInAnyOrder(MOVIE, SHOW);
        assertThat(checks.find("files", List.of(TitleId.tv(7), TitleId.movie(7))))
                .containsExactly(OF_FILES);
    }

    @Test
    public void aLaterCheckTakesThePlaceOfTheEarlierOne() {
        TitleCheckStore checks = checks();
        checks.save(List.of(MOVIE));
        TitleCheck later = new TitleCheck(MOVIE.id(), "tmdb", NOON.plusSeconds(60), "", true);

        checks.save(List.of(later));

        assertThat(checks.find("tmdb", List.of(MOVIE.id()))).containsExactly(later);
    }

    @Test
    public void takesManyThousandAtOnce() {
        TitleCheckStore checks = checks();
        List<TitleCheck> many = IntStream.rangeClosed(1, 40_000)
                .mapToObj(number -> new TitleCheck(TitleId.tv(number), "tmdb", NOON, "", false))
                .toList();
        checks.save(many);

        assertThat(checks.find("tmdb", many.stream().map(TitleCheck::id).toList()))
                .containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    public void deletesTheChecksOfOneSourceOnly() {
        TitleCheckStore checks = checks();
        checks.save(List.of(MOVIE, SHOW, OF_FILES));

        assertThat(checks.deleteBySource("tmdb")).isEqualTo(2);

        assertThat(checks.find("tmdb", List.of(MOVIE.id(), SHOW.id()))).isEmpty();
        assertThat(checks.find("files", List.of(MOVIE.id()))).containsExactly(OF_FILES);
    }
}

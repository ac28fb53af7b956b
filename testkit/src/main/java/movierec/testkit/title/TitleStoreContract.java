package movierec.testkit.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleStore;
import org.junit.jupiter.api.Test;

/** What every {@link TitleStore} does. */
public abstract class TitleStoreContract {
    private static final Title HEAT = Title.builder(TitleId.movie(949), "Heat")
            .originalName("Heat 'n \"more\" – 熱")
            .year(1995)
            .releaseDate("1995-12-15")
            .genres(List.of(Genre.CRIME, Genre.ACTION))
            .keywords(List.of("heist", "los angeles"))
            .directors(List.of("Michael Mann"))
            .cast(List.of("Al Pacino", "Robert De Niro"))
            .originalLanguage("en")
            .runtimeMinutes(170)
            .certification("R")
            .overview("A thief and a policeman drink coffee.")
            .posterPath("/heat.jpg")
            .votes(7.9, 7000)
            .popularity(41.5)
            .source("sample", Instant.parse("2026-01-02T03:04:05.123456789Z"))
            .build();

    /** An empty store. */
    protected abstract TitleStore titles();

    @Test
    public void findsNothingInAnEmptyStore() {
        TitleStore titles = titles();

        assertThat(titles.all()).isEmpty();
        assertThat(titles.find(TitleId.movie(949))).isEmpty();
        assertThat(titles.deleteBySource("sample")).isZero();
    }

    @Test
    public void changesNoVersionWhereNothingChanges() {
        TitleStore titles = titles();
        titles.save(List.of(HEAT));
        long before = titles.version();

        titles.save(List.of());
        titles.deleteBySource("nobody");

        assertThat(titles.version()).isEqualTo(before);
    }

    @Test
    public void keepsEveryFieldOfATitle() {
        TitleStore titles = titles();

        titles.save(List.of(HEAT));

        assertThat(titles.find(HEAT.id())).contains(HEAT);
        assertThat(titles.all()).containsExactly(HEAT);
    }

    @Test
    public void keepsATitleOfWhichOnlyTheNameIsKnown() {
        TitleStore titles = titles();
        Title bare = Title.builder(TitleId.tv(1), "Bare").build();

        titles.save(List.of(bare));

        assertThat(titles.find(bare.id())).contains(bare);
    }

    @Test
    public void ordersByTypeAndNumberNotByText() {
        TitleStore titles = titles();
        List<TitleId> ids = List.of(TitleId.movie(9), TitleId.movie(10), TitleId.movie(100), TitleId.tv(9));

        titles.save(ids.reversed().stream().map(TitleStoreContract::title).toList());

        assertThat(titles.all()).extracting(Title::id).containsExactlyElementsOf(ids);
    }

    @Test
    public void replacesAKnownTitle() {
        TitleStore titles = titles();
        titles.save(List.of(HEAT));
        Title renamed = HEAT.toBuilder().source("tmdb", Instant.EPOCH).build();

        titles.save(List.of(renamed));

        assertThat(titles.all()).containsExactly(renamed);
        assertThat(titles.deleteBySource("sample")).isZero();
    }

    @Test
    public void tellsAMovieFromAShowOfTheSameNumber() {
        TitleStore titles = titles();
        titles.save(List.of(title(TitleId.movie(7)), title(TitleId.tv(7))));

        assertThat(titles.find(TitleId.tv(7)).orElseThrow().id()).isEqualTo(TitleId.tv(7));
        assertThat(titles.all()).hasSize(2);
    }

    @Test
    public void deletesTheTitlesOfOneSourceOnly() {
        TitleStore titles = titles();
        Title other =
                title(TitleId.tv(7)).toBuilder().source("tmdb", Instant.EPOCH).build();
        titles.save(List.of(
                HEAT,
                title(TitleId.movie(5)).toBuilder()
                        .source("sample", Instant.EPOCH)
                        .build(),
                other));

        assertThat(titles.deleteBySource("sample")).isEqualTo(2);

        assertThat(titles.all()).containsExactly(other);
    }

    @Test
    public void versionGrowsWithEveryChange() {
        TitleStore titles = titles();
        long empty = titles.version();

        titles.save(List.of(HEAT));
        long saved = titles.version();
        titles.deleteBySource("sample");

        assertThat(saved).isGreaterThan(empty);
        assertThat(titles.version()).isGreaterThan(saved);
    }

    private static Title title(TitleId id) {
        return Title.builder(id, "Title " + id).build();
    }
}

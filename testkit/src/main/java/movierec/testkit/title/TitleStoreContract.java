package movierec.testkit.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import movierec.testkit.identity.SettableClock;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleMerge;
import movierec.title.TitleStore;
import movierec.title.WatchOffer;
import org.junit.jupiter.api.Test;

/** What every {@link TitleStore} does. */
public abstract class TitleStoreContract {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration TMDB_MAX_AGE = Duration.ofDays(180);
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
            .backdropPath("/heat-wide.jpg")
            .externalIds("", 12)
            .offers(List.of(
                    new WatchOffer("DE", WatchOffer.Kind.STREAM, 8, "Some service"),
                    new WatchOffer("US", WatchOffer.Kind.RENT, 2, "Another one")))
            .votes(7.9, 7000)
            .popularity(41.5)
            .source("sample", Instant.parse("2026-01-02T03:04:05.123456789Z"))
            .detailed(true)
            .build();

    private static final Title HEAT_OF_MOVIELENS = Title.builder(HEAT.id(), "Heat (1995)")
            .externalIds("tt0113277", 0)
            .votes(8.1, 12)
            .popularity(3)
            .source("movielens", NOW)
            .build();
    private static final Title HEAT_OF_TMDB = Title.builder(HEAT.id(), "Heat, as another source has it")
            .votes(7.5, 9)
            .source("tmdb", NOW)
            .detailed(true)
            .build();

    /** An empty store that takes the clock's time for now. */
    protected abstract TitleStore titles(InstantSource clock);

    private TitleStore titles() {
        return titles(InstantSource.fixed(NOW));
    }

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
        titles.delete("nobody", List.of(HEAT.id()));
        titles.delete("sample", List.of(TitleId.tv(949)));
        titles.deleteExpired();

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
    public void replacesWhatASourceSaidBefore() {
        TitleStore titles = titles();
        titles.save(List.of(HEAT));
        Title renamed = HEAT.toBuilder().year(1996).build();

        titles.save(List.of(renamed));

        assertThat(titles.all()).containsExactly(renamed);
    }

    @Test
    public void takesTheLastOfTwoInOneSave() {
        TitleStore titles = titles();

        titles.save(List.of(HEAT, HEAT.toBuilder().year(1996).build()));

        assertThat(titles.all()).extracting(Title::year).containsExactly(1996);
    }

    @Test
    public void mergesTheFactsAndVotesOfSeveralSources() {
        TitleStore titles = titles();
        titles.save(List.of(HEAT_OF_MOVIELENS, HEAT));

        Title merged = titles.find(HEAT.id()).orElseThrow();

        assertThat(merged).isEqualTo(TitleMerge.of(List.of(HEAT, HEAT_OF_MOVIELENS)));
        assertThat(merged.overview()).isEqualTo(HEAT.overview());
        assertThat(merged.imdbId()).isEqualTo("tt0113277");
        assertThat(merged.voteCount()).isEqualTo(12);
        assertThat(merged.votesSource()).isEqualTo("movielens");
        assertThat(titles.all()).containsExactly(merged);
    }

    @Test
    public void purgingOneSourceRevealsWhatTheOthersSay() {
        TitleStore titles = titles();
        titles.save(List.of(HEAT, HEAT_OF_MOVIELENS));

        assertThat(titles.deleteBySource("sample")).isEqualTo(1);

        assertThat(titles.all()).containsExactly(HEAT_OF_MOVIELENS);
        assertThat(titles.find(HEAT.id())).contains(HEAT_OF_MOVIELENS);
    }

    @Test
    public void tellsWhatOneSourceSaysAboutSomeTitles() {
        TitleStore titles = titles();
        Title show = title(TitleId.tv(949)).toBuilder().source("sample", NOW).build();
        Title early = title(TitleId.movie(9)).toBuilder().source("sample", NOW).build();
        titles.save(List.of(HEAT, HEAT_OF_MOVIELENS, show, early, title(TitleId.movie(8))));

        assertThat(titles.of(
                        "sample",
                        List.of(show.id(), HEAT.id(), TitleId.movie(8), early.id(), HEAT.id(), TitleId.tv(1))))
                .containsExactly(early, HEAT, show);
        assertThat(titles.of("sample", List.of())).isEmpty();
        assertThat(titles.of("nobody", List.of(HEAT.id()))).isEmpty();
    }

    @Test
    public void takesManyThousandIdsAtOnce() {
        TitleStore titles = titles();
        titles.save(List.of(HEAT));
        List<TitleId> many =
                IntStream.rangeClosed(1, 50_000).mapToObj(TitleId::movie).toList();

        assertThat(titles.of("sample", many)).containsExactly(HEAT);
        assertThat(titles.delete("sample", many)).isEqualTo(1);
    }

    @Test
    public void deletesSomeTitlesOfOneSourceOnly() {
        TitleStore titles = titles();
        Title show = title(TitleId.tv(949)).toBuilder().source("sample", NOW).build();
        titles.save(List.of(HEAT, HEAT_OF_MOVIELENS, show));

        assertThat(titles.delete("sample", List.of(HEAT.id(), TitleId.movie(1))))
                .isEqualTo(1);

        assertThat(titles.all()).containsExactly(HEAT_OF_MOVIELENS, show);
    }

    @Test
    public void saysNothingBeyondItsSourcesLegalAge() {
        SettableClock clock = new SettableClock(NOW);
        TitleStore titles = titles(clock);
        titles.save(List.of(HEAT, HEAT_OF_TMDB));
        assertThat(titles.find(HEAT.id()).orElseThrow().name()).isEqualTo(HEAT_OF_TMDB.name());

        clock.advance(TMDB_MAX_AGE.minusMillis(1));
        assertThat(titles.of("tmdb", List.of(HEAT.id()))).containsExactly(HEAT_OF_TMDB);

        clock.advance(Duration.ofMillis(1));
        assertThat(titles.all()).containsExactly(HEAT);
        assertThat(titles.find(HEAT.id())).contains(HEAT);
        assertThat(titles.of("tmdb", List.of(HEAT.id()))).isEmpty();
    }

    @Test
    public void deletesWhatIsBeyondItsLegalAgeAndNothingElse() {
        SettableClock clock = new SettableClock(NOW);
        TitleStore titles = titles(clock);
        Title young = title(TitleId.tv(7)).toBuilder()
                .source("tmdb", NOW.plusSeconds(1))
                .build();
        titles.save(List.of(HEAT, HEAT_OF_TMDB, young));
        long saved = titles.version();

        clock.advance(TMDB_MAX_AGE.minusMillis(1));
        assertThat(titles.deleteExpired()).isZero();
        assertThat(titles.version()).isEqualTo(saved);

        clock.advance(Duration.ofMillis(1));
        assertThat(titles.deleteExpired()).isEqualTo(1);
        assertThat(titles.deleteBySource("tmdb")).isEqualTo(1);
        assertThat(titles.all()).containsExactly(HEAT);
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
        Title other = title(TitleId.tv(7)).toBuilder().source("tmdb", NOW).build();
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
        SettableClock clock = new SettableClock(NOW);
        TitleStore titles = titles(clock);
        List<Long> versions = new ArrayList<>();
        versions.add(titles.version());

        titles.save(List.of(HEAT, HEAT_OF_MOVIELENS, HEAT_OF_TMDB));
        versions.add(titles.version());
        titles.delete("movielens", List.of(HEAT.id()));
        versions.add(titles.version());
        titles.deleteBySource("sample");
        versions.add(titles.version());
        clock.advance(TMDB_MAX_AGE);
        titles.deleteExpired();
        versions.add(titles.version());

        assertThat(versions).doesNotHaveDuplicates().isSorted();
    }

    private static Title title(TitleId id) {
        return Title.builder(id, "Title " + id).build();
    }
}

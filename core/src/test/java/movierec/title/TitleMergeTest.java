package movierec.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TitleMergeTest {
    private static final TitleId ID = TitleId.movie(7);
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final List<String> SOURCES = List.of("tmdb", "sample", "movielens", "files", "another");

    /** Facts of which a merged title must have any that a version has. */
    private static final List<Function<Title, Object>> FACTS = List.of(
            Title::name,
            Title::originalName,
            Title::year,
            Title::releaseDate,
            Title::genres,
            Title::keywords,
            Title::directors,
            Title::cast,
            Title::originalLanguage,
            Title::runtimeMinutes,
            Title::certification,
            Title::overview,
            Title::posterPath,
            Title::backdropPath,
            Title::imdbId,
            Title::tvdbId,
            Title::offers);

    private static Title.Builder of(String source) {
        return Title.builder(ID, "As " + source + " has it").source(source, NOW);
    }

    @Test
    void leavesTheOnlyVersionAsItIs() {
        Title only = of("movielens").votes(7, 3).build();

        assertThat(TitleMerge.of(List.of(only))).isSameAs(only);
    }

    @Test
    void trustsTmdbThenOthersThenTheSampleThenMovieLens() {
        List<Title> versions = new ArrayList<>();
        List<String> chosen = new ArrayList<>();
        for (String source : List.of("movielens", "sample", "files", "tmdb")) {
            versions.add(of(source).overview("Told by " + source).build());
            chosen.add(TitleMerge.of(versions).overview());
        }

        assertThat(chosen).containsExactly("Told by movielens", "Told by sample", "Told by files", "Told by tmdb");
    }

    @Test
    void trustsMovieLensVotesMoreThanThoseOfTheSimulatedAudience() {
        Title sample = of("sample").votes(9, 500).popularity(90).build();
        Title movieLens = of("movielens").votes(6, 2).popularity(1).build();

        Title merged = TitleMerge.of(List.of(sample, movieLens));

        assertThat(merged.source()).isEqualTo("sample");
        assertThat(merged.votesSource()).isEqualTo("movielens");
        assertThat(merged.voteCount()).isEqualTo(2);
        assertThat(merged.popularity()).isEqualTo(1);
    }

    @Test
    void takesVotesOfALessTrustedSourceWhereTheOthersHaveNone() {
        Title tmdb = of("tmdb").build();
        Title sample = of("sample").votes(9, 500).popularity(90).build();

        Title merged = TitleMerge.of(List.of(tmdb, sample));

        assertThat(merged.votesSource()).isEqualTo("sample");
        assertThat(merged.voteAverage()).isEqualTo(9);
    }

    @Test
    void isDetailedAndAsOldAsItsMostTrustedVersion() {
        Title tmdb =
                of("tmdb").detailed(true).source("tmdb", NOW.minusSeconds(9)).build();
        Title sample = of("sample").build();

        Title merged = TitleMerge.of(List.of(sample, tmdb));

        assertThat(merged.detailed()).isTrue();
        assertThat(merged.fetchedAt()).isEqualTo(NOW.minusSeconds(9));
    }

    @Property(tries = 300)
    void theOrderOfVersionsDoesNotMatter(@ForAll("versions") List<Title> versions, @ForAll Random random) {
        List<Title> shuffled = new ArrayList<>(versions);
        Collections.shuffle(shuffled, random);

        assertThat(TitleMerge.of(shuffled)).isEqualTo(TitleMerge.of(versions));
    }

    @Property(tries = 300)
    void votesAndPopularityComeFromOneVersionTogether(@ForAll("versions") List<Title> versions) {
        Title merged = TitleMerge.of(versions);

        assertThat(versions).anySatisfy(version -> assertThat(
                        List.of(version.source(), version.voteAverage(), version.voteCount(), version.popularity()))
                .isEqualTo(
                        List.of(merged.votesSource(), merged.voteAverage(), merged.voteCount(), merged.popularity())));
        if (versions.stream().anyMatch(version -> version.voteCount() > 0)) {
            assertThat(merged.voteCount() > 0 || merged.popularity() > 0).isTrue();
        }
    }

    @Property(tries = 300)
    void noKnownFactIsLostAndNoneIsMadeUp(@ForAll("versions") List<Title> versions) {
        Title merged = TitleMerge.of(versions);

        for (Function<Title, Object> fact : FACTS) {
            List<Object> known =
                    versions.stream().map(fact).filter(TitleMergeTest::isKnown).toList();
            if (known.isEmpty()) {
                assertThat(isKnown(fact.apply(merged))).isFalse();
            } else {
                assertThat(known).contains(fact.apply(merged));
            }
        }
    }

    private static boolean isKnown(Object fact) {
        return !fact.equals("") && !fact.equals(0) && !fact.equals(List.of());
    }

    @Provide
    Arbitrary<List<Title>> versions() {
        return Arbitraries.of(SOURCES).set().ofMinSize(1).flatMap(sources -> {
            List<Arbitrary<Title>> each =
                    sources.stream().map(TitleMergeTest::version).toList();
            return Combinators.combine(each).as(List::copyOf);
        });
    }

    /** Any subset of the facts, each with a value that only this source gives. */
    private static Arbitrary<Title> version(String source) {
        int number = SOURCES.indexOf(source) + 1;
        Arbitrary<List<Boolean>> known = Arbitraries.of(true, false).list().ofSize(FACTS.size());
        Arbitrary<Integer> votes = Arbitraries.of(0, 0, number);
        Arbitrary<Integer> popularity = Arbitraries.of(0, 10 * number);
        return Combinators.combine(known, votes, popularity).as((has, count, popular) -> {
            List<String> words = IntStream.range(0, FACTS.size())
                    .mapToObj(i -> has.get(i) ? source + i : "")
                    .toList();
            Genre genre = Genre.values()[number];
            return Title.builder(ID, words.get(0))
                    .originalName(words.get(1))
                    .year(has.get(2) ? 1990 + number : 0)
                    .releaseDate(words.get(3))
                    .genres(has.get(4) ? List.of(genre) : List.of())
                    .keywords(list(words.get(5)))
                    .directors(list(words.get(6)))
                    .cast(list(words.get(7)))
                    .originalLanguage(words.get(8))
                    .runtimeMinutes(has.get(9) ? 90 + number : 0)
                    .certification(words.get(10))
                    .overview(words.get(11))
                    .posterPath(words.get(12))
                    .backdropPath(words.get(13))
                    .externalIds(words.get(14), has.get(15) ? number : 0)
                    .offers(
                            has.get(16)
                                    ? List.of(new WatchOffer("DE", WatchOffer.Kind.RENT, number, source))
                                    : List.of())
                    .votes(count == 0 ? 0 : number, count)
                    .popularity(popular)
                    .source(source, NOW)
                    .build();
        });
    }

    private static List<String> list(String word) {
        return word.isEmpty() ? List.of() : List.of(word);
    }
}

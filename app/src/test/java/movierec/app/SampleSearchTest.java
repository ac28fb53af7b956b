package movierec.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import movierec.catalogue.sample.SampleCatalogue;
import movierec.catalogue.sample.SampleTitle;
import movierec.lucene.LuceneTitleSearch;
import movierec.testkit.vector.InMemoryVectorStore;
import movierec.textvectors.BgeSmallEncoder;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleSearch;
import movierec.vector.EncodeTitles;
import movierec.vector.FusedSearch;
import movierec.vector.TextEncoder;
import movierec.vector.VectorIndex;
import movierec.vector.VectorSearch;
import movierec.vectors.EmbeddedVectorIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people get for what they type, over the well-known titles of the sample and with the real model. */
final class SampleSearchTest {
    private static final int WELL_KNOWN = 4;

    @TempDir
    static Path cache;

    private static final TitleSearch WORDS = new LuceneTitleSearch();
    private static Map<TitleId, Title> titles;
    private static TextEncoder encoder;
    private static VectorIndex index;
    private static FusedSearch search;

    @BeforeAll
    static void encodeTheSample() {
        titles = SampleCatalogue.load().titles().stream()
                .filter(sample -> sample.fame() >= WELL_KNOWN)
                .map(SampleTitle::title)
                .collect(Collectors.toMap(Title::id, title -> title));
        encoder = BgeSmallEncoder.open(cache);
        index = new EmbeddedVectorIndex(BgeSmallEncoder.DIMENSIONS, cache);
        new EncodeTitles(encoder.name(), () -> encoder, new InMemoryVectorStore(), index, () -> true)
                .run(titles.values(), EncodeTitles.Watcher.NONE);
        WORDS.rebuild(titles.values());
        search = new FusedSearch(WORDS, new VectorSearch(() -> Optional.of(encoder), index, 1, warning -> {
            throw new AssertionError(warning);
        }));
    }

    @AfterAll
    static void close() {
        encoder.close();
        index.close();
    }

    private static List<String> names(String text, int limit) {
        return search.search(text, limit, titleId -> true).stream()
                .flatMap(titleId -> Optional.ofNullable(titles.get(titleId)).stream())
                .map(Title::name)
                .toList();
    }

    @Test
    void nonsenseFindsNothing() {
        for (String text : List.of("zxqv", "asdf qwer", "!?", "xk")) {
            assertThat(names(text, 10)).as(text).isEmpty();
        }
    }

    @Test
    void namesPeopleBeginningsAndTyposFindWhatTheyFoundWithoutMeaning() {
        for (String text : List.of(
                "tarantino",
                "godfathr",
                "godf",
                "the god",
                "quentin taran",
                "al pacino heat",
                "shawshenk redemtion",
                "lord of the rings",
                "matrix",
                "alien",
                "the office",
                "breaking b",
                "spiderman",
                "star wars")) {
            List<TitleId> byWords = WORDS.match(text, 10).full();

            assertThat(byWords).as(text).isNotEmpty();
            assertThat(search.search(text, 10, titleId -> true).subList(0, byWords.size()))
                    .as(text)
                    .isEqualTo(byWords);
        }
        assertThat(names("godfathr", 1)).containsExactly("The Godfather");
        assertThat(names("tarantino", 5)).contains("Pulp Fiction");
    }

    @Test
    void aDescriptionFindsTheObviousTitles() {
        assertThat(names("space opera with rebels", 5)).contains("Star Wars", "The Empire Strikes Back");
        assertThat(names("heist in los angeles", 5)).contains("Heat");
        assertThat(names("dinosaurs in a theme park", 5)).contains("Jurassic Park");
        assertThat(names("mafia family saga", 5)).contains("The Godfather", "The Sopranos");
        assertThat(names("detective show in baltimore", 5)).contains("The Wire");
    }

    @Test
    void aDescriptionFindsOnlyWhatPassesTheFilter() {
        List<TitleId> shows = search.search("mafia family saga", 5, titleId -> titleId.type() == MediaType.TV);

        assertThat(shows).isNotEmpty().allMatch(titleId -> titleId.type() == MediaType.TV);
    }
}

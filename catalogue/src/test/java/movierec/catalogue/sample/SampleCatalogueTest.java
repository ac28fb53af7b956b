package movierec.catalogue.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import movierec.catalogue.VoteTally;
import movierec.taste.vocabulary.Term;
import movierec.taste.vocabulary.Vocabularies;
import movierec.taste.vocabulary.VocabularyKind;
import movierec.title.Genre;
import movierec.title.MediaType;
import movierec.title.Title;
import org.junit.jupiter.api.Test;

class SampleCatalogueTest {
    /** Genres, languages and votes follow the outside world; not each of them need occur in a sample. */
    private static final Set<VocabularyKind> COVERED = Set.of(
            VocabularyKind.SUBGENRE,
            VocabularyKind.MOOD,
            VocabularyKind.ERA,
            VocabularyKind.ACCLAIM,
            VocabularyKind.AESTHETIC,
            VocabularyKind.STORY_STRUCTURE,
            VocabularyKind.CHARACTER);

    private final SampleCatalogue sample = SampleCatalogue.load();
    private final List<Title> titles =
            sample.titles().stream().map(SampleTitle::title).toList();

    @Test
    void holdsManyMoviesAndShowsOfManyKinds() {
        assertThat(titles)
                .filteredOn(title -> title.id().type() == MediaType.MOVIE)
                .hasSizeGreaterThanOrEqualTo(600);
        assertThat(titles)
                .filteredOn(title -> title.id().type() == MediaType.TV)
                .hasSizeGreaterThanOrEqualTo(200);
        long notEnglish = titles.stream()
                .filter(title -> !title.originalLanguage().equals("en"))
                .count();
        assertThat((double) notEnglish / titles.size()).isBetween(0.1, 0.3);
        Set<Genre> genres = titles.stream()
                .flatMap(title -> title.genres().stream())
                .flatMap(genre -> genre.tastes().stream())
                .collect(Collectors.toSet());
        assertThat(genres)
                .contains(
                        Genre.WESTERN,
                        Genre.MUSIC,
                        Genre.WAR,
                        Genre.DOCUMENTARY,
                        Genre.HORROR,
                        Genre.FAMILY,
                        Genre.REALITY,
                        Genre.ANIMATION,
                        Genre.ROMANCE);
    }

    @Test
    void noTitleStandsTwice() {
        assertThat(titles).extracting(Title::id).doesNotHaveDuplicates();
        assertThat(titles)
                .extracting(title -> title.id().type() + title.name() + title.year())
                .doesNotHaveDuplicates();
        assertThat(titles).extracting(Title::overview).doesNotHaveDuplicates();
    }

    @Test
    void everyTitleIsDescribedInFullByTheControlledKeywords() throws IOException {
        Set<String> controlled = controlledKeywords();

        assertThat(titles).allSatisfy(title -> {
            assertThat(title.keywords()).hasSizeBetween(6, 13).doesNotHaveDuplicates();
            assertThat(controlled).containsAll(title.keywords());
            assertThat(title.genres()).isNotEmpty();
            assertThat(title.overview()).hasSizeBetween(40, 200);
        });
    }

    @Test
    void everyTermOfTheVocabulariesMatchesSomeTitles() {
        VoteTally votes = new VoteTally();
        new SimulatedAudience(sample).forEach(votes);
        List<Title> voted = titles.stream().map(votes::applyTo).toList();
        Vocabularies vocabularies = Vocabularies.load();

        for (VocabularyKind kind : COVERED) {
            for (Term term : vocabularies.terms(kind)) {
                long matched = voted.stream()
                        .filter(title -> term.matches(title) >= 0.4)
                        .count();
                assertThat(matched)
                        .as("titles that match %s %s", kind.word(), term.label())
                        .isBetween(3L, voted.size() * 2 / 3L);
            }
        }
    }

    @Test
    void everyKeywordOfTheVocabulariesIsControlledOrHasAControlledCompanion() throws IOException {
        Set<String> controlled = controlledKeywords();
        Vocabularies vocabularies = Vocabularies.load();

        for (VocabularyKind kind : COVERED) {
            for (Term term : vocabularies.terms(kind)) {
                Set<String> ours = new HashSet<>(term.keywords());
                ours.retainAll(controlled);
                assertThat(ours.isEmpty())
                        .as(term.label())
                        .isEqualTo(term.keywords().isEmpty());
            }
        }
    }

    private static Set<String> controlledKeywords() throws IOException {
        try (InputStream stream = SampleCatalogue.class.getResourceAsStream("keywords.txt")) {
            String text = new String(stream == null ? new byte[0] : stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#") && line.contains(":"))
                    .flatMap(line ->
                            Arrays.stream(line.substring(line.indexOf(':') + 1).split(",")))
                    .map(String::strip)
                    .collect(Collectors.toSet());
        }
    }
}

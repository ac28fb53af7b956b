package movierec.taste.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import movierec.taste.Preferences;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

class VocabulariesTest {
    private static final String HEADER =
            "vocabulary\tid\tlabel\twithin\tgenres\tkeywords\tyears\tvoteAverage\tvoteCount\tlanguages";

    private final Vocabularies vocabularies = Vocabularies.load();

    @Test
    void aMistakeInTheFileNamesItsLine() {
        assertThatThrownBy(() -> VocabularyFile.read(List.of("version\t1", HEADER, "mood\tdark\tDark")))
                .hasMessageContaining("line 3")
                .hasMessageContaining("3 cells, not 10");
        assertThatThrownBy(() ->
                        VocabularyFile.read(List.of("version\t1", HEADER, "humour\tdark\tDark\t\t\tdark\t\t\t\t")))
                .hasMessageContaining("no vocabulary humour");
        assertThatThrownBy(() -> VocabularyFile.read(List.of("version\t1", HEADER, "mood\tdark\tDark\t\t\t\t\t\t\t")))
                .hasMessageContaining("dark means nothing");
        assertThatThrownBy(() -> VocabularyFile.read(List.of("version\t1", HEADER, "era\told\tOld\t\t\t\t1980\t\t\t")))
                .hasMessageContaining("not a range");
    }

    @Test
    void aTermThatStandsTwiceIsAMistake() {
        String dark = "mood\tdark\tDark\t\t\tdark\t\t\t\t";

        assertThatThrownBy(() -> VocabularyFile.read(List.of("version\t1", HEADER, dark, dark)))
                .hasMessageContaining("line 4")
                .hasMessageContaining("twice");
    }

    @Test
    void termsAreFoundByIdOrLabelInAnySpelling() {
        for (String spelling : List.of("space-opera", "Space opera", " SPACE OPERA ", "space_opera")) {
            assertThat(vocabularies.term(VocabularyKind.SUBGENRE, spelling))
                    .as(spelling)
                    .map(Term::id)
                    .contains("space-opera");
        }
        assertThat(vocabularies.term(VocabularyKind.GENRE, "878"))
                .map(Term::label)
                .contains("Science Fiction");
        assertThat(vocabularies.term(VocabularyKind.MOOD, "space opera")).isEmpty();
        assertThat(vocabularies.term(VocabularyKind.MOOD, "")).isEmpty();
    }

    @Test
    void everyVocabularyHasTermsAndIsVersioned() {
        for (VocabularyKind kind : VocabularyKind.values()) {
            assertThat(vocabularies.terms(kind)).as(kind.word()).hasSizeGreaterThanOrEqualTo(10);
        }
        assertThat(vocabularies.version()).isNotBlank();
    }

    @Test
    void unknownTermsAreReportedWithTheirField() {
        Preferences preferences = preferences(List.of("feel-good", "zorgy"), List.of("80s", "the year dot"));

        assertThat(vocabularies.unknown(preferences))
                .containsExactlyInAnyOrder(
                        new Vocabularies.UnknownTerm("moodPreferences", "zorgy"),
                        new Vocabularies.UnknownTerm("eraPreferences", "the year dot"));
        assertThat(vocabularies.stated(preferences)).extracting(Term::id).containsExactly("feel-good", "1980s");
    }

    @Test
    void moreEvidenceMatchesBetter() {
        Term feelGood = term(VocabularyKind.MOOD, "Feel-good");
        Title comedy = title(1).genres(List.of(Genre.COMEDY)).build();
        Title warmComedy = comedy.toBuilder().keywords(List.of("heartwarming")).build();
        Title warmerComedy =
                comedy.toBuilder().keywords(List.of("Heartwarming", "cosy")).build();

        assertThat(feelGood.matches(title(2).genres(List.of(Genre.WAR)).build()))
                .isZero();
        // By hand: 1 - 0.75, 1 - 0.75 x 0.5, 1 - 0.75 x 0.5 x 0.5.
        assertThat(feelGood.matches(comedy)).isCloseTo(0.25, within(1e-9));
        assertThat(feelGood.matches(warmComedy)).isCloseTo(0.625, within(1e-9));
        assertThat(feelGood.matches(warmerComedy)).isCloseTo(0.8125, within(1e-9));
    }

    @Test
    void aTermNeverMatchesOutsideItsGenresYearsVotesOrLanguages() {
        Title spaceRomance = title(1).genres(List.of(Genre.ROMANCE))
                .keywords(List.of("space opera"))
                .year(1990)
                .originalLanguage("ko")
                .votes(8.5, 5)
                .build();

        assertThat(term(VocabularyKind.SUBGENRE, "space-opera").matches(spaceRomance))
                .isZero();
        assertThat(term(VocabularyKind.ERA, "80s").matches(spaceRomance)).isZero();
        assertThat(term(VocabularyKind.ERA, "90s").matches(spaceRomance)).isEqualTo(1);
        assertThat(term(VocabularyKind.LANGUAGE, "en").matches(spaceRomance)).isZero();
        assertThat(term(VocabularyKind.LANGUAGE, "korean").matches(spaceRomance))
                .isEqualTo(1);
        assertThat(term(VocabularyKind.ACCLAIM, "masterpiece").matches(spaceRomance))
                .isZero();
        assertThat(term(VocabularyKind.ACCLAIM, "hidden-gem").matches(spaceRomance))
                .isEqualTo(1);
    }

    private Term term(VocabularyKind kind, String text) {
        return vocabularies.term(kind, text).orElseThrow();
    }

    private static Title.Builder title(int number) {
        return Title.builder(TitleId.movie(number), "Title " + number);
    }

    private static Preferences preferences(List<String> moods, List<String> eras) {
        Preferences none = Preferences.DEFAULTS;
        return new Preferences(
                none.favoriteGenres(),
                none.keywords(),
                none.minRating(),
                none.maxRating(),
                none.releaseYearStart(),
                none.releaseYearEnd(),
                none.subgenrePreferences(),
                moods,
                eras,
                none.languagePreferences(),
                none.criticalAcclaimPreferences(),
                none.aestheticPreferences(),
                none.storyStructurePreferences(),
                none.characterPreferences(),
                none.excludedGenres(),
                none.excludedKeywords(),
                none.providers(),
                none.region(),
                none.maxCertification(),
                none.mediaType());
    }
}

package movierec.catalogue.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import movierec.failure.Refusal;
import movierec.identity.UserId;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.testkit.model.InMemoryCorpusStore;
import movierec.testkit.taste.InMemoryTaste;
import movierec.testkit.title.InMemoryTitleStore;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportMovieLensTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId ANN = new UserId("ann");

    private final InMemoryTitleStore titles = new InMemoryTitleStore(InstantSource.fixed(NOW));
    private final InMemoryTaste taste = new InMemoryTaste(titles);
    private final InMemoryCorpusStore corpora = new InMemoryCorpusStore();
    private final ImportMovieLens importer = new ImportMovieLens(titles, corpora, taste, InstantSource.fixed(NOW));

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheDataSet() throws IOException {
        write("ratings.csv", """
                userId,movieId,rating,timestamp
                1,10,4.0,1000000000
                1,20,2.5,1000000001
                2,10,5.0,1000000002
                2,30,5.0,1000000003
                2,what,5.0,1000000003
                """);
        write("movies.csv", """
                movieId,title,genres
                10,"Matrix, The (1999)",Action|Sci-Fi
                20,Heat (1995),Crime
                30,Without Link (2000),Drama
                40,Never Rated (2001),Drama
                """);
        write("links.csv", "movieId,imdbId,tmdbId\n10,1,603\n20,2,949\n30,3,\n40,4,44\n");
    }

    @Test
    void unusableFilesStoreNothing() throws IOException {
        write("ratings.csv", "userId,movieId,rating\n1,10,77\n");

        assertThatThrownBy(() -> importer.importCorpus(files(), Progress.NONE)).isInstanceOf(Refusal.Invalid.class);
        assertThat(corpora.all()).isEmpty();
        assertThat(titles.all()).isEmpty();
    }

    @Test
    void storesTheRatingsAndSaysWhatItDid() {
        ImportMovieLens.Summary summary = importer.importCorpus(files(), Progress.NONE);

        assertThat(summary.corpus()).isEqualTo("movielens " + folder.getFileName());
        assertThat(summary.ratings()).isEqualTo(3);
        assertThat(summary.users()).isEqualTo(2);
        assertThat(summary.titlesAdded()).isEqualTo(3);
        assertThat(summary.titlesUpdated()).isZero();
        assertThat(summary.skipped().count()).isEqualTo(2);
        assertThat(corpora.all()).singleElement().satisfies(corpus -> assertThat(corpus.name())
                .isEqualTo(summary.corpus()));
    }

    @Test
    void newTitlesCarryTheVotesOfTheCorpus() {
        importer.importCorpus(files(), Progress.NONE);

        Title matrix = titles.find(TitleId.movie(603)).orElseThrow();
        assertThat(matrix.name()).isEqualTo("The Matrix");
        assertThat(matrix.genres()).containsExactly(Genre.ACTION, Genre.SCIENCE_FICTION);
        assertThat(matrix.voteAverage()).isEqualTo(9);
        assertThat(matrix.voteCount()).isEqualTo(2);
        assertThat(matrix.popularity()).isEqualTo(100);
        assertThat(matrix.source()).isEqualTo("movielens");
        assertThat(matrix.fetchedAt()).isEqualTo(NOW);
        assertThat(titles.find(TitleId.movie(44)).orElseThrow().voteCount()).isZero();
    }

    @Test
    void sampleTitlesKeepTheirFactsAndShowTheVotesOthersKeepBoth() {
        Title sample = Title.builder(TitleId.movie(603), "The Matrix, as we know it")
                .votes(5, 1)
                .source("sample", NOW)
                .build();
        Title tmdb = Title.builder(TitleId.movie(949), "Heat, as TMDB knows it")
                .votes(7.9, 7000)
                .source("tmdb", NOW)
                .build();
        titles.save(List.of(sample, tmdb));

        ImportMovieLens.Summary summary = importer.importCorpus(files(), Progress.NONE);

        assertThat(summary.titlesAdded()).isEqualTo(1);
        assertThat(summary.titlesUpdated()).isEqualTo(2);
        Title voted = titles.find(TitleId.movie(603)).orElseThrow();
        assertThat(voted.name()).isEqualTo("The Matrix, as we know it");
        assertThat(voted.source()).isEqualTo("sample");
        assertThat(voted.voteCount()).isEqualTo(2);
        assertThat(voted.votesSource()).isEqualTo("movielens");
        Title heat = titles.find(TitleId.movie(949)).orElseThrow();
        assertThat(heat.name()).isEqualTo("Heat, as TMDB knows it");
        assertThat(heat.voteCount()).isEqualTo(7000);
        assertThat(heat.votesSource()).isEqualTo("tmdb");
    }

    @Test
    void sampleTitlesKeepTheirOwnVotesWhereNobodyRatedThemHere() {
        Title sample = Title.builder(TitleId.movie(44), "Never rated there")
                .votes(6, 5)
                .source("sample", NOW)
                .build();
        titles.save(List.of(sample));

        importer.importCorpus(files(), Progress.NONE);

        Title merged = titles.find(TitleId.movie(44)).orElseThrow();
        assertThat(merged.voteCount()).isEqualTo(5);
        assertThat(merged.votesSource()).isEqualTo("sample");
    }

    @Test
    void purgingTheImportLeavesWhatOthersSaid() {
        Title sample = Title.builder(TitleId.movie(603), "The Matrix, as we know it")
                .votes(5, 1)
                .source("sample", NOW)
                .build();
        titles.save(List.of(sample));
        importer.importCorpus(files(), Progress.NONE);

        assertThat(titles.deleteBySource(ImportMovieLens.SOURCE)).isEqualTo(3);

        assertThat(titles.all()).containsExactly(sample);
    }

    @Test
    void repeatingAnImportChangesNothing() {
        importer.importCorpus(files(), Progress.NONE);
        List<Title> once = titles.all();

        ImportMovieLens.Summary again = importer.importCorpus(files(), Progress.NONE);

        assertThat(titles.all()).isEqualTo(once);
        assertThat(corpora.all()).hasSize(1);
        assertThat(again.titlesAdded()).isZero();
        assertThat(again.titlesUpdated()).isEqualTo(3);
    }

    @Test
    void oneUsersRatingsBecomeEventsOnce() {
        ImportMovieLens.History first = importer.recordAsUser(files(), 2, ANN, Progress.NONE);
        ImportMovieLens.History second = importer.recordAsUser(files(), 2, ANN, Progress.NONE);

        assertThat(first).isEqualTo(new ImportMovieLens.History(1, 0, 1));
        assertThat(second).isEqualTo(new ImportMovieLens.History(0, 1, 1));
        assertThat(taste.load(ANN, Instant.EPOCH).events())
                .containsExactly(new Event(
                        TitleId.movie(603),
                        EventKind.RATED,
                        5,
                        Instant.ofEpochSecond(1_000_000_002),
                        "movielens:2:10",
                        ""));
    }

    @Test
    void manyRatingsAreRecordedInBatchesAndUnknownTimesBecomeNow() throws IOException {
        StringBuilder ratings = new StringBuilder("userId,movieId,pos\n");
        StringBuilder links = new StringBuilder("movieId,tmdbId\n");
        for (int movie = 1; movie <= 1_201; movie++) {
            ratings.append("7,").append(movie).append(',').append(movie).append('\n');
            links.append(movie).append(',').append(movie + 5_000).append('\n');
        }
        write("ratings.csv", ratings.toString());
        write("links.csv", links.toString());

        assertThat(importer.recordAsUser(files(), 7, ANN, Progress.NONE).recorded())
                .isEqualTo(1_201);
        assertThat(taste.load(ANN, Instant.EPOCH).events())
                .hasSize(1_201)
                .allMatch(
                        event -> event.kind() == EventKind.WATCHED && event.at().equals(NOW));
    }

    @Test
    void anUnknownMovieLensUserIsRefused() {
        assertThatThrownBy(() -> importer.recordAsUser(files(), 99, ANN, Progress.NONE))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("no ratings by user 99");
    }

    private MovieLensFiles files() {
        return MovieLensFiles.open(folder);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}

package movierec.catalogue.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import movierec.catalogue.fetch.FetchCatalogue;
import movierec.catalogue.fetch.FetchControl;
import movierec.catalogue.fetch.FetchSchedule;
import movierec.catalogue.fetch.FetchSettings;
import movierec.catalogue.fetch.FetchStores;
import movierec.catalogue.fetch.FetchWatcher;
import movierec.failure.OutsideFailure;
import movierec.job.JobStatus;
import movierec.job.JobStatus.State;
import movierec.testkit.identity.SettableClock;
import movierec.testkit.job.InMemoryJobStore;
import movierec.testkit.title.InMemoryListStore;
import movierec.testkit.title.InMemoryReferenceStore;
import movierec.testkit.title.InMemoryTitleCheckStore;
import movierec.testkit.title.InMemoryTitleStore;
import movierec.title.ListKey;
import movierec.title.ListScope;
import movierec.title.ListType;
import movierec.title.StoredList;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleSource.Found;
import movierec.title.TitleSource.Gone;
import movierec.title.TitleSource.JobKind;
import movierec.title.TitleSource.SourceHealth;
import movierec.title.TitleSource.Unchanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that changes, alone and with whole runs that fill a catalogue from it. */
class FolderSourceTest {
    private static final Instant START = Instant.parse("2026-03-04T08:00:00Z");
    private static final ListKey MOVIES = ListKey.of(ListType.POPULAR, ListScope.MOVIE);

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(START);
    private final FetchStores stores = new FetchStores(
            new InMemoryTitleStore(clock),
            new InMemoryListStore(clock),
            new InMemoryTitleCheckStore(),
            new InMemoryReferenceStore(clock),
            new InMemoryJobStore());

    /** As a process just started has it. */
    private FolderSource source() {
        return new FolderSource(
                folder,
                FolderLimits.DEFAULT,
                () -> stores.lists().all().stream()
                        .anyMatch(list -> !list.titles().isEmpty()),
                clock);
    }

    private JobStatus fetch(JobKind kind, FolderSource source, FetchSettings settings) {
        return new FetchCatalogue(source, stores, List::of, settings, new Random(1))
                .run(kind, new FetchControl(clock, FetchWatcher.NONE, () -> true, Map::of, time -> {}));
    }

    private JobStatus fetch(JobKind kind) {
        return fetch(kind, source(), FetchSettings.DEFAULT);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void writeMovies(String name, int... numbers) throws IOException {
        write(
                name,
                IntStream.of(numbers)
                        .mapToObj(number -> number + ",Film " + number + "\n")
                        .collect(Collectors.joining("", "tmdbid,title\n", "")));
    }

    private List<String> names() {
        return stores.titles().all().stream().map(Title::name).toList();
    }

    @Test
    void aFolderThatIsNotThereIsAFailureWithAReason() {
        FolderSource missing = new FolderSource(folder.resolve("none"), FolderLimits.DEFAULT, () -> false, clock);
        assertThat(missing.health()).isEqualTo(new SourceHealth.Well());

        assertThatThrownBy(() -> missing.page(MOVIES, 1))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("is not there or cannot be read");

        assertThat(missing.health()).isInstanceOf(SourceHealth.Unreachable.class);
    }

    @Test
    void seesAChangeAtTheFirstPageAndNotInTheMiddleOfAList() throws IOException {
        writeMovies("a.csv", IntStream.rangeClosed(1, 150).toArray());
        FolderSource source = source();
        assertThat(source.page(MOVIES, 1).titles()).hasSize(100);

        writeMovies("a.csv", 7);

        assertThat(source.page(MOVIES, 2).titles()).hasSize(50);
        assertThat(source.page(MOVIES, 1).titles()).extracting(Title::id).containsExactly(TitleId.movie(7));
    }

    @Test
    void detailsSayWhetherSomethingIsNew() throws IOException {
        writeMovies("a.csv", 1);
        FolderSource source = source();
        Found first = (Found) source.details(TitleId.movie(1), "");

        assertThat(source.details(TitleId.movie(1), first.etag())).isEqualTo(new Unchanged());
        assertThat(source.details(TitleId.tv(1), "")).isEqualTo(new Gone());

        write("a.csv", "tmdbid,title\n1,Another name\n");
        source.page(MOVIES, 1);

        assertThat(((Found) source.details(TitleId.movie(1), first.etag()))
                        .title()
                        .name())
                .isEqualTo("Another name");
    }

    @Test
    void aRunFillsTheCatalogueWithoutAskingForSingleTitles() throws IOException {
        writeMovies("a.csv", IntStream.rangeClosed(1, 230).toArray());
        write("b.jsonl", "{\"titleId\":\"tv:1\",\"title\":\"Show\"}\nnonsense\n");

        JobStatus status = fetch(JobKind.FULL);

        assertThat(status.state()).isEqualTo(State.COMPLETED);
        assertThat(status.counts()).containsEntry("rows", 231L).containsEntry("pages", 4L);
        assertThat(status.counts()).doesNotContainKey("titles fetched");
        assertThat(stores.titles().all())
                .hasSize(231)
                .allMatch(title -> title.detailed() && title.source().equals("files"));
        assertThat(stores.lists().all()).extracting(StoredList::source).containsOnly("files");
    }

    @Test
    void theNextRunSavesOnlyWhatChanged() throws IOException {
        writeMovies("a.csv", 1, 2, 3);
        fetch(JobKind.FULL);
        long version = stores.titles().version();
        clock.advance(Duration.ofMinutes(10));

        assertThat(fetch(JobKind.FULL).state()).isEqualTo(State.COMPLETED);
        assertThat(stores.titles().of("files", List.of(TitleId.movie(1))))
                .allMatch(title -> title.fetchedAt().equals(START));
        assertThat(stores.titles().version()).isEqualTo(version);

        write("b.jsonl", "{\"titleId\":\"movie:2\",\"title\":\"Film 2, director's cut\",\"overview\":\"Longer.\"}");
        clock.advance(Duration.ofMinutes(10));
        fetch(JobKind.DAILY);

        assertThat(names()).containsExactly("Film 1", "Film 2, director's cut", "Film 3");
    }

    @Test
    void titlesAreNotAskedForOneByOneWhenTheyAreOld() throws IOException {
        writeMovies("a.csv", 1, 2, 3);
        FolderSource source = source();
        fetch(JobKind.FULL, source, FetchSettings.DEFAULT);
        clock.advance(Duration.ofDays(40));

        JobStatus status = fetch(JobKind.DAILY, source, FetchSettings.DEFAULT);

        assertThat(status.counts()).doesNotContainKeys("titles fetched", "titles unchanged");
        assertThat(names()).hasSize(3);
    }

    @Test
    void whatVanishesFromTheFilesVanishesFromTheCatalogue() throws IOException {
        writeMovies("a.csv", 1, 2, 3);
        write("b.jsonl", "{\"titleId\":\"tv:1\",\"title\":\"Show\"}");
        fetch(JobKind.FULL);
        stores.titles()
                .save(List.of(Title.builder(TitleId.movie(3), "As another source has it")
                        .source("sample", START)
                        .build()));
        clock.advance(Duration.ofDays(1));

        writeMovies("a.csv", 2);
        Files.delete(folder.resolve("b.jsonl"));
        JobStatus status = fetch(JobKind.DAILY);

        assertThat(status.counts()).containsEntry("titles gone", 3L);
        assertThat(names()).containsExactly("Film 2", "As another source has it");
        assertThat(list(MOVIES).titles()).containsExactly(TitleId.movie(2));
        assertThat(list(ListKey.of(ListType.POPULAR, ListScope.TV)).titles()).isEmpty();

        clock.advance(Duration.ofDays(1));
        writeMovies("a.csv", 1, 2);
        fetch(JobKind.DAILY);
        assertThat(names()).contains("Film 1");
    }

    @Test
    void whileAFileCannotBeReadItsTitlesStay() throws IOException {
        writeMovies("a.csv", 1, 2);
        writeMovies("b.csv", 3);
        fetch(JobKind.FULL);
        clock.advance(Duration.ofDays(1));

        write("b.csv", "\0\0\0");
        fetch(JobKind.DAILY);
        assertThat(names()).containsExactly("Film 1", "Film 2", "Film 3");
        assertThat(list(MOVIES).titles()).contains(TitleId.movie(3));

        clock.advance(Duration.ofDays(1));
        Files.delete(folder.resolve("b.csv"));
        fetch(JobKind.DAILY);
        assertThat(names()).containsExactly("Film 1", "Film 2");
    }

    @Test
    void anEmptyFolderWipesNothingThatWasThere() throws IOException {
        assertThat(fetch(JobKind.FULL).state()).isEqualTo(State.COMPLETED);
        writeMovies("a.csv", 1, 2);
        clock.advance(Duration.ofDays(1));
        fetch(JobKind.DAILY);
        clock.advance(Duration.ofDays(1));

        Files.delete(folder.resolve("a.csv"));
        JobStatus status = fetch(JobKind.DAILY);

        assertThat(status.state()).isEqualTo(State.STOPPED);
        assertThat(status.message()).contains("no .jsonl, .csv or .nfo file").contains("Is it mounted?");
        assertThat(names()).containsExactly("Film 1", "Film 2");

        clock.advance(Duration.ofDays(1));
        write("a.csv", "");
        assertThat(fetch(JobKind.DAILY).state()).isEqualTo(State.STOPPED);
        assertThat(names()).containsExactly("Film 1", "Film 2");
    }

    @Test
    void aRunThatIsOutOfTimeGoesOnInAnotherProcess() throws IOException {
        writeMovies("a.csv", IntStream.rangeClosed(1, 250).toArray());
        FetchSettings noTime = new FetchSettings(Duration.ofDays(30), 2, Duration.ZERO, Duration.ZERO);
        assertThat(fetch(JobKind.FULL, source(), noTime).state()).isEqualTo(State.PAUSED);

        JobStatus status = fetch(JobKind.FULL);

        assertThat(status.state()).isEqualTo(State.COMPLETED);
        assertThat(names()).hasSize(250);
    }

    @Test
    void isDueEveryDayUnderItsOwnName() throws IOException {
        writeMovies("a.csv", 1);
        assertThat(FetchSchedule.due("files", stores.jobs().all(), clock.instant()))
                .isEqualTo(Optional.of(JobKind.FULL));
        fetch(JobKind.FULL);
        assertThat(stores.jobs().find("fetch-full-files")).isPresent();
        assertThat(FetchSchedule.due("files", stores.jobs().all(), clock.instant()))
                .isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(FetchSchedule.due("files", stores.jobs().all(), clock.instant()))
                .isEqualTo(Optional.of(JobKind.DAILY));
        fetch(JobKind.DAILY);
        assertThat(FetchSchedule.due("files", stores.jobs().all(), clock.instant()))
                .isEmpty();
    }

    private StoredList list(ListKey key) {
        return stores.lists().all().stream()
                .filter(list -> list.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}

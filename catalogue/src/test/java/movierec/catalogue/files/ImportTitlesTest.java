package movierec.catalogue.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import movierec.catalogue.files.ImportTitles.Summary;
import movierec.catalogue.importer.Progress;
import movierec.failure.Refusal;
import movierec.testkit.title.InMemoryTitleStore;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTitlesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T08:00:00Z");

    @TempDir
    private Path folder;

    private final InMemoryTitleStore titles = new InMemoryTitleStore(InstantSource.fixed(NOW));
    private final ImportTitles importer = new ImportTitles(titles, FolderLimits.DEFAULT, InstantSource.fixed(NOW));

    @Test
    void saysWhatATitleFileIsWhenThereIsNone() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "x");

        assertThatThrownBy(() -> importer.run(text, Progress.NONE))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining(".jsonl");
        assertThatThrownBy(() -> importer.run(folder, Progress.NONE)).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> importer.run(folder.resolve("none"), Progress.NONE))
                .hasMessageContaining("There is no file or folder");
    }

    @Test
    void countsWhatIsNewChangedAndLeftOut() throws IOException {
        titles.save(List.of(
                Title.builder(TitleId.movie(2), "Two").source("sample", NOW).build()));
        Path file = Files.writeString(folder.resolve("a.csv"), "tmdbid,title\n1,One\n2,Two!\n,Three\n2,Two again\n");

        Summary first = importer.run(file, Progress.NONE);
        long version = titles.version();
        Summary again = importer.run(folder, Progress.NONE);

        assertThat(first.files()).isEqualTo(1);
        assertThat(first.added()).isEqualTo(1);
        assertThat(first.updated()).isEqualTo(1);
        assertThat(first.unchanged()).isZero();
        assertThat(first.duplicates()).isEqualTo(1);
        assertThat(first.skipped().firstExample())
                .isEqualTo("a.csv line 4: it has no TMDB number (titleId, or mediaType and tmdbId)");
        assertThat(titles.of("files", List.of(TitleId.movie(1), TitleId.movie(2))))
                .extracting(Title::name)
                .containsExactly("One", "Two again");
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(titles.version()).isEqualTo(version);
    }
}

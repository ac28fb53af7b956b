package movierec.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import movierec.job.JobStatus;
import movierec.job.JobStatus.State;
import movierec.job.JobStore;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DueSourceTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    @TempDir
    private Path data;

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void aJobThatIsDueForOneSourceLeavesTheOthersAlone() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "tmdb_id,title\n9999991,Made-up One\n");
        Config config = ConfigLoader.defaults(
                data,
                Map.of(
                        "movierec.titles.folder", folder.toString(),
                        "movierec.tmdb.api-key", "0123456789abcdef0123456789abcdef",
                        "movierec.tmdb.base-url", "http://127.0.0.1:1/3",
                        "movierec.tmdb.grow-per-day", "0"));
        try (Movierec movierec = Wiring.open(config, InstantSource.fixed(NOW), Meters.NONE)) {
            JobStore jobs = movierec.stores().jobs();
            JobStatus done = new JobStatus("fetch-full", State.COMPLETED, NOW, NOW, NOW, "", 0, 0, Map.of(), "", "");
            jobs.save(done);

            movierec.fetching().startDue();
            while (jobs.find("fetch-full-files")
                    .filter(job -> job.state() == State.COMPLETED)
                    .isEmpty()) {
                Thread.yield();
            }

            assertThat(movierec.stores().titles().find(TitleId.movie(9_999_991)))
                    .isPresent();
            assertThat(jobs.find("fetch-full")).isEqualTo(Optional.of(done));
        }
    }
}

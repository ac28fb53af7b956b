package movierec.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import movierec.faketmdb.FakeTmdb;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import movierec.testkit.job.Patiently;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server does by itself, here with a source to fetch from. */
class UpkeepTest {
    @TempDir
    private Path data;

    private final FakeTmdb tmdb = FakeTmdb.start(FakeWorld.of(WorldPlan.STANDARD.withTitles(20, 20)));

    /** Somebody chose a model, so that none is trained. */
    @BeforeEach
    void chooseAModel() throws IOException {
        Files.createDirectories(data.resolve("models"));
        Files.writeString(data.resolve("models/serving"), "20260101-000000-000\n");
    }

    @AfterEach
    void close() {
        tmdb.close();
    }

    private Movierec open(boolean schedule) {
        Config config = ConfigLoader.defaults(
                data,
                Map.of(
                        "movierec.tmdb.api-key",
                        "0123456789abcdef0123456789abcdef",
                        "movierec.tmdb.base-url",
                        tmdb.address().toString(),
                        "movierec.tmdb.requests-per-second",
                        "1000",
                        "movierec.schedule.enabled",
                        String.valueOf(schedule)));
        return Wiring.open(config, InstantSource.system(), Meters.NONE);
    }

    @Test
    void fetchesWhatIsDueByItself() {
        try (Movierec movierec = open(true);
                Upkeep upkeep = new Upkeep(movierec, new TrainingProcess(data))) {
            upkeep.start();

            Patiently.await(() -> movierec.stores().jobs().find("fetch-full").isPresent());
        }
        assertThat(tmdb.log().count()).isPositive();
    }

    @Test
    void fetchesNothingWhenTheScheduleIsOff() {
        try (Movierec movierec = open(false);
                Upkeep upkeep = new Upkeep(movierec, new TrainingProcess(data))) {
            upkeep.start();

            // What happens every second happens twice: the schedule would have been looked at in between.
            for (int number = 1; number <= 2; number++) {
                TitleId added = TitleId.movie(9_000_000 + number);
                movierec.stores()
                        .titles()
                        .save(List.of(Title.builder(added, "Somebody's film")
                                .source("files", Instant.now())
                                .build()));
                Patiently.await(
                        () -> movierec.recommender().state().get().catalogue().indexOf(added) >= 0);
            }
            assertThat(movierec.stores().jobs().all()).isEmpty();
        }
        assertThat(tmdb.log().count()).isZero();
    }
}

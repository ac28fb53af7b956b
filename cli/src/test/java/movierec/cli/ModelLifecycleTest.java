package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can happen to a training, and that a good model serves whatever does. */
class ModelLifecycleTest {
    private static final int KILLS = 6;

    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    private Path dataset;
    private String good = "";

    @BeforeEach
    void trainAGoodModel() throws IOException {
        dataset = MovieLensSample.write(elsewhere.resolve("made-up"));
        assertThat(Ran.in(data, "train", "--dataset", dataset.toString()).exitCode())
                .isZero();
        good = serving();
    }

    private JsonNode models() {
        return Ran.in(data, "models", "list", "--json").json().path("models");
    }

    private String serving() {
        for (JsonNode model : models()) {
            if (model.path("serving").asBoolean()) {
                return model.path("version").asText();
            }
        }
        return "none";
    }

    private List<String> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("models"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".tmp"))
                    .toList();
        }
    }

    @Test
    void aModelOfShuffledDataIsRefused() throws IOException {
        MovieLensSample.shuffle(dataset, new Random(5));

        Ran shuffled = Ran.in(data, "train", "--dataset", dataset.toString());

        assertThat(shuffled.exitCode()).isZero();
        assertThat(shuffled.out())
                .contains("Refused: the model before serves on")
                .containsPattern("ndcg@100 0\\.\\d+: it is no better than popularity");
        assertThat(serving()).isEqualTo(good);
        assertThat(models()).hasSize(2);
        String table = Ran.in(data, "models", "list").out();
        assertThat(table).containsPattern(good + " +yes").doesNotContainPattern("(?s)yes.*yes");
    }

    @Test
    void runningOutOfMemorySaysSoAndChangesNothing() throws Exception {
        Path large = MovieLensSample.writeLarge(elsewhere.resolve("large"), 60_000, 25);

        try (TrainingProcessOnce training = TrainingProcessOnce.start(data, large, "-Xmx32m")) {
            String printed = training.rest();

            assertThat(training.exitCode()).isEqualTo(1);
            assertThat(printed).contains("read ratings").contains("movierec: out of memory");
        }
        assertThat(serving()).isEqualTo(good);
        assertThat(models()).hasSize(1);
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void aKillAtAnyMomentLeavesTheGoodModelServing() throws Exception {
        Random random = new Random(11);
        List<String> steps = List.of("read ratings", "fit without", "evaluate", "fit on everything");
        for (int kill = 0; kill < KILLS; kill++) {
            try (TrainingProcessOnce training = TrainingProcessOnce.start(data, dataset)) {
                training.waitFor(steps.get(kill % steps.size()));
                Thread.sleep(random.nextInt(60));
                training.kill();
            }
            assertThat(serving()).isNotEqualTo("none");
            assertThat(Ran.in(data, "doctor").out()).doesNotContain("damaged");
        }

        Ran next = Ran.in(data, "train", "--dataset", dataset.toString());

        assertThat(next.exitCode()).isZero();
        assertThat(serving()).isGreaterThan(good);
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void aSecondTrainingIsToldOfTheFirst() throws Exception {
        try (TrainingProcessOnce first = TrainingProcessOnce.start(data, dataset)) {
            first.waitFor("read ratings");
            first.pause();

            Ran second = Ran.in(data, "train", "--dataset", dataset.toString());

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err())
                    .contains("A training is running already (process "
                            + first.process().pid() + ")");
            first.goOn();
            assertThat(first.rest()).contains("Promoted");
            assertThat(first.exitCode()).isZero();
        }
        assertThat(Ran.in(data, "train", "--dataset", dataset.toString()).exitCode())
                .isZero();
        assertThat(models()).hasSize(3);
    }

    @Test
    void aRollbackDuringATrainingHoldsUntilTheTrainingPromotes() throws Exception {
        Ran.in(data, "train", "--dataset", dataset.toString());
        String newer = serving();
        assertThat(newer).isGreaterThan(good);
        try (TrainingProcessOnce training = TrainingProcessOnce.start(data, dataset)) {
            training.waitFor("read ratings");
            training.pause();

            assertThat(Ran.in(data, "models", "rollback").out()).contains(good);

            assertThat(serving()).isEqualTo(good);
            training.goOn();
            training.rest();
            assertThat(training.exitCode()).isZero();
        }
        String newest = serving();
        assertThat(newest).isGreaterThan(newer);
        assertThat(Ran.in(data, "models", "rollback").out()).contains(good);
    }
}

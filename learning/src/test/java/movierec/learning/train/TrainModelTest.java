package movierec.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import movierec.learning.FittedEnsemble;
import movierec.learning.ItemWeights;
import movierec.learning.Progress;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.matrix.Interactions;
import movierec.learning.train.TrainModel.Settings;
import movierec.learning.train.TrainingOutcome.NothingToLearn;
import movierec.learning.train.TrainingOutcome.Promoted;
import movierec.learning.train.TrainingOutcome.Refused;
import movierec.model.ModelInfo;
import movierec.model.RatingCorpus;
import movierec.testkit.identity.SettableClock;
import movierec.testkit.model.Checkerboard;
import movierec.title.TitleId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainModelTest {
    private static final Settings SETTINGS = Settings.DEFAULT;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T12:00:00Z"));

    @TempDir
    private Path folder;

    private FileModelRepository models;
    private TrainModel trainModel;

    @BeforeEach
    void open() {
        models = new FileModelRepository(folder);
        trainModel = new TrainModel(models, clock);
    }

    @Test
    void nothingToLearnFromChangesNothing() {
        assertThat(train(corpus("empty", visitor -> {}))).isInstanceOf(NothingToLearn.class);
        assertThat(train(corpus("all dislike", visitor -> visitor.rating(1, TitleId.movie(1), 3, 0))))
                .isInstanceOf(NothingToLearn.class);

        assertThat(models.list()).isEmpty();
    }

    @Test
    void theFirstModelServesAndSaysHowGoodItIs() {
        TrainingOutcome outcome = train(new Checkerboard(60).corpus("board"));

        assertThat(outcome).isInstanceOf(Promoted.class);
        ModelInfo info = models.open(models.servingVersion().orElseThrow()).info();
        assertThat(info.trainedOn()).containsExactly("board");
        assertThat(info.users()).isEqualTo(60);
        assertThat(info.metrics().get("ndcg@100")).isGreaterThan(info.metrics().get("popularity.ndcg@100"));
        assertThat(info.hyperparameters()).containsKeys("dlae.lambda", "dlae.weight", "als.factors", "als.weight");
    }

    @Test
    void theModelSaysHowMuchItsOpinionCountsWhereThatWasTuned() {
        TrainingSet board = TrainingSet.of(List.of(new Checkerboard(20).corpus("board")));
        trainModel.run(board, List.of(), SETTINGS, Progress.NONE);
        clock.advance(Duration.ofMinutes(1));
        TrainingProfile tuned = new TrainingProfile(Map.of(ModelInfo.BATCH_SHARE, 0.4));
        trainModel.run(board, List.of(), Settings.with(tuned), Progress.NONE);

        assertThat(models.list().getFirst().hyperparameters()).containsEntry("blend.batch", 0.4);
        assertThat(models.list().getLast().hyperparameters()).doesNotContainKey("blend.batch");
    }

    @Test
    void oneUserAndOneTitleGiveAModelWithoutMetrics() {
        TrainingOutcome outcome = train(corpus("one", visitor -> visitor.rating(1, TitleId.movie(1), 5, 0)));

        assertThat(outcome).isInstanceOf(Promoted.class);
        assertThat(models.list().getFirst().metrics()).isEmpty();
    }

    @Test
    void aWorseModelOfTheSameDataIsKeptButDoesNotServe() {
        train(new Checkerboard(60).corpus("board"));
        String good = models.servingVersion().orElseThrow();

        TrainingOutcome outcome = train(noise("board"));

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.serving().version()).isEqualTo(good);
            assertThat(refused.reason()).contains("ndcg@100", "no better than popularity");
        });
        assertThat(models.servingVersion()).contains(good);
        assertThat(models.list()).hasSize(2);
    }

    @Test
    void aWiderMarginLetsAWorseModelServe() {
        servedBefore(1.25, 1);

        TrainingSet worse = TrainingSet.of(List.of(new Checkerboard(60).corpus("board")));

        assertThat(trainModel.run(worse, List.of(), new Settings(TrainingProfile.DEFAULT, 1, 42), Progress.NONE))
                .isInstanceOf(Promoted.class);
    }

    @Test
    void modelsOfOtherDataAreNotCompared() {
        servedBefore(1.25, 1);

        assertThat(train(new Checkerboard(60).corpus("movielens")))
                .isInstanceOfSatisfying(Promoted.class, promoted -> assertThat(promoted.reason())
                        .contains("board", "cannot be compared"));
    }

    @Test
    void whateverTheDataAModelThatIsNoBetterThanPopularityDoesNotReplaceOneThatIs() {
        train(new Checkerboard(60).corpus("board"));

        assertThat(train(noise("shuffled")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains("no better than popularity"));
    }

    @Test
    void dataThatGrewAreComparedAllTheSame() {
        train(new Checkerboard(60).corpus("board"));

        TrainingSet grown = TrainingSet.of(List.of(noise("board"), noise("own events", 4)));

        assertThat(trainModel.run(grown, List.of(), SETTINGS, Progress.NONE)).isInstanceOf(Refused.class);
    }

    @Test
    void aModelIsNotRefusedBecauseTheDataBecameHarder() {
        servedBefore(1.25, 1.25);

        assertThat(train(new Checkerboard(60).corpus("board")))
                .isInstanceOfSatisfying(Promoted.class, promoted -> assertThat(promoted.reason())
                        .contains("can be expected on the present data"));
    }

    @Test
    void aModelIsRefusedWhenPopularityDidNotBecomeWorseToo() {
        servedBefore(1.25, 1);

        assertThat(train(new Checkerboard(60).corpus("board"))).isInstanceOf(Refused.class);
    }

    @Test
    void harderDataExplainAFallByHalfAtMost() {
        servedBefore(3, 3);

        assertThat(train(new Checkerboard(60).corpus("board"))).isInstanceOf(Refused.class);
    }

    /** Lets a model serve whose metrics are so many times those that the board gives. */
    private void servedBefore(double timesMetric, double timesPopularity) {
        train(new Checkerboard(60).corpus("board"));
        ModelInfo board = models.list().getFirst();
        Map<String, Double> metrics = new HashMap<>(board.metrics());
        metrics.computeIfPresent("ndcg@100", (name, value) -> value * timesMetric);
        metrics.computeIfPresent("popularity.ndcg@100", (name, value) -> value * timesPopularity);
        ModelInfo better = new ModelInfo(
                "better", "edlae", board.trainedAt(), board.trainedOn(), false, 60, 1, 60, metrics, Map.of());
        ItemWeights weights =
                new ItemWeights(Interactions.builder(1, 1).add(0, 0, 1).build().byUser());
        models.add(
                better,
                List.of(TitleId.movie(1)),
                new FittedEnsemble(List.of(new FittedEnsemble.Member("edlae", weights, 1))),
                new int[] {1});
        models.promote("better");
        clock.advance(Duration.ofDays(1));
    }

    @Test
    void aDamagedServingModelIsReplaced() throws IOException {
        train(new Checkerboard(60).corpus("board"));
        Files.write(folder.resolve(models.servingVersion().orElseThrow() + ".model"), new byte[10]);

        assertThat(train(noise("board"))).isInstanceOf(Promoted.class);
    }

    @Test
    void twoTrainingsInOneMillisecondAreTwoVersions() {
        train(new Checkerboard(60).corpus("board"));
        train(new Checkerboard(60).corpus("board"));

        assertThat(models.list()).hasSize(2);
    }

    @Test
    void equalDataGiveAnEqualModel() {
        train(new Checkerboard(60).corpus("board"));
        float[] first = models.open(models.servingVersion().orElseThrow())
                .foldIn(new int[] {1, 4}, new float[] {1, 1})
                .scores();
        clock.advance(Duration.ofDays(1));
        train(new Checkerboard(60).corpus("board"));
        float[] second = models.open(models.servingVersion().orElseThrow())
                .foldIn(new int[] {1, 4}, new float[] {1, 1})
                .scores();

        assertThat(second).containsExactly(first);
    }

    @Test
    void anInterruptedTrainingLeavesTheOldModelServing() {
        train(new Checkerboard(60).corpus("board"));
        String serving = models.servingVersion().orElseThrow();
        Progress interrupted = (task, done, total) -> {
            throw new IllegalStateException("interrupted");
        };

        assertThatThrownBy(() -> trainModel.run(
                        TrainingSet.of(List.of(new Checkerboard(60).corpus("board"))),
                        List.of(),
                        SETTINGS,
                        interrupted))
                .hasMessage("interrupted");

        assertThat(models.servingVersion()).contains(serving);
        assertThat(models.list()).hasSize(1);
    }

    private TrainingOutcome train(RatingCorpus corpus) {
        return trainModel.run(TrainingSet.of(List.of(corpus)), List.of(), SETTINGS, Progress.NONE);
    }

    private static RatingCorpus noise(String name) {
        return noise(name, 3);
    }

    private static RatingCorpus noise(String name, long seed) {
        return corpus(name, visitor -> {
            Random random = new Random(seed);
            for (int u = 0; u < 60; u++) {
                for (int r = 0; r < 10; r++) {
                    visitor.rating(u, TitleId.movie(1 + random.nextInt(500)), 5, 0);
                }
            }
        });
    }

    private static RatingCorpus corpus(String name, Ratings ratings) {
        return new RatingCorpus() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void forEach(Visitor visitor) {
                ratings.giveTo(visitor);
            }
        };
    }

    private interface Ratings {
        void giveTo(RatingCorpus.Visitor visitor);
    }
}

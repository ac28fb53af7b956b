package movierec.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import movierec.learning.FittedEnsemble;
import movierec.learning.FittedEnsemble.Member;
import movierec.learning.FittedModel;
import movierec.learning.ItemFactors;
import movierec.learning.ItemWeights;
import movierec.learning.Progress;
import movierec.learning.ReadableFactors;
import movierec.learning.RecentItemWeights;
import movierec.learning.SharedData;
import movierec.learning.ease.Ease;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.evaluate.Judge;
import movierec.learning.matrix.Interactions;
import movierec.learning.snapshot.Snapshot;
import movierec.learning.split.Protocol;
import movierec.learning.split.Split;
import movierec.model.CollaborativeModel;
import movierec.model.FoldedIn;
import movierec.model.ModelInfo;
import movierec.testkit.model.Checkerboard;
import movierec.testkit.model.CollaborativeModelContract;
import movierec.testkit.model.ModelInfos;
import movierec.title.TitleId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotModelTest {
    private static final Checkerboard BOARD = new Checkerboard(40);

    @TempDir
    private Path folder;

    /** A model of item weights alone. */
    @Nested
    class Weights extends CollaborativeModelContract {
        @Override
        protected CollaborativeModel trained() {
            return saved(weights(board()));
        }
    }

    /** A model of item factors alone. */
    @Nested
    class Factors extends CollaborativeModelContract {
        @Override
        protected CollaborativeModel trained() {
            return saved(factors(board()));
        }
    }

    /** A model of both. */
    @Nested
    class Ensemble extends CollaborativeModelContract {
        @Override
        protected CollaborativeModel trained() {
            return saved(weights(board()), factors(board()));
        }
    }

    @Test
    void knowsWhatItWasTrainedOn() {
        assertThat(saved(weights(board())).info()).isEqualTo(ModelInfos.version("v1"));
    }

    @Test
    void aTitleWithoutInteractionsIsScoredByItsPredictedFactors() {
        // One title more than anybody knows; its factors are predicted to be those of title 2, an even one.
        int size = BOARD.size();
        Interactions.Builder larger = Interactions.builder(size, size + 1);
        BOARD.shuffled(1).forEach(pair -> larger.add(pair[0], pair[1], 1));
        Interactions training = larger.build();
        ItemFactors trained = factors(board());
        float[] all = Arrays.copyOf(trained.factors(), (size + 1) * trained.dimension());
        System.arraycopy(
                trained.factors(), 2 * trained.dimension(), all, size * trained.dimension(), trained.dimension());
        List<TitleId> titles =
                IntStream.rangeClosed(1, size + 1).mapToObj(TitleId::movie).toList();

        CollaborativeModel model =
                saved(titles, ensemble(weights(training), trained.withItems(all)), training.support());

        FoldedIn folded = model.foldIn(new int[] {0, 4, 6, 8}, new float[] {1, 1, 1, 1});
        float[] scores = folded.scores();
        for (int odd = 1; odd < size; odd += 2) {
            assertThat(scores[size]).isGreaterThan(scores[odd]);
        }
        float[] parts = folded.explain(size);
        assertThat(parts[0] + parts[1] + parts[2] + parts[3]).isCloseTo(scores[size], within(1e-3f));
    }

    @Test
    void aMemberThatLooksAtTheOrderStillDoesAfterItWasSaved() {
        RecentItemWeights fading = new RecentItemWeights(weights(board()), 2);
        int[] history = {0, 3, 8};
        float[] ones = {1, 1, 1};

        float[] saved = saved(fading).foldIn(history, ones).scores();

        assertThat(saved).containsExactly(fading.foldIn(history, ones).scores(), within(1e-3f));
        assertThat(saved)
                .isNotEqualTo(saved(weights(board())).foldIn(history, ones).scores());
    }

    @Test
    void aModelOfTheFirstFormatStillServes() throws IOException {
        // Written by release 0.1.0: of three titles, 1 leads to 2 with 0.5, 2 to 1 with 0.25 and to 3 with 2, 3 to 1
        // with 0.125.
        keepFile("format-1");
        FileModelRepository models = new FileModelRepository(folder);

        CollaborativeModel model = models.open("format-1");

        assertThat(models.list()).extracting(ModelInfo::version).containsExactly("format-1");
        assertThat(model.indexOf(TitleId.tv(1))).isEqualTo(1);
        assertThat(model.titleAt(2)).isEqualTo(TitleId.movie(7));
        assertThat(model.foldIn(new int[] {1, 2}, new float[] {1, 2}).scores()).containsExactly(0.5f, 0, 2);
        assertThat(model.similar(1, 5))
                .extracting(CollaborativeModel.Neighbour::itemIndex)
                .containsExactly(2, 0);
    }

    @Test
    void aFileOfTheSecondFormatMeansWhatTheDocumentSays() throws IOException {
        // Worked by hand for title 1 as history. Item weights (0, 0.5, 0): z = -1, 1. Item factors (1, 0), (0, 1), and
        // predicted
        // (0.75, 0.5); A = diag(3, 2), u = (1/3, 0), scores (1/3, 0, 1/4): z = 1, -1, 0.5. Weights of members: 0.75 and
        // 0.25,
        // and for the title without support 0.25 * 4.
        keepFile("format-2");

        CollaborativeModel model = new FileModelRepository(folder).open("format-2");

        assertThat(model.foldIn(new int[] {0}, new float[] {1}).scores())
                .containsExactly(new float[] {-0.5f, 0.5f, 0.5f}, within(1e-5f));
    }

    @Test
    void halfPrecisionDoesNotChangeWhatIsFoundOnRealRatings() throws Exception {
        TrainingSet data = SharedData.latestSmall();
        Split split = Protocol.STRONG.split(data.log(), 3);
        Interactions training = split.training();
        ItemFactors factors = ReadableFactors.train(training, 16, new ItemFactors.Loss(0.1, 0.01, 1), 5, 1);
        FittedEnsemble heap = ensemble(TrainingProfile.DEFAULT.dlae(training).fit(training), factors);
        Judge judge = new Judge(split.candidates(), split.test());

        saved(data.titles(), heap, new int[data.titles().size()]);

        FittedEnsemble mapped = new FittedEnsemble(
                Snapshot.open(folder.resolve("v1.model")).ensemble().members());
        double ndcg = judge.judge("mapped", mapped, Progress.NONE).mean("ndcg@100");
        assertThat(ndcg).isGreaterThan(0.25);
        assertThat(ndcg).isCloseTo(judge.judge("heap", heap, Progress.NONE).mean("ndcg@100"), within(0.001));
    }

    private void keepFile(String version) throws IOException {
        try (InputStream file = SnapshotModelTest.class.getResourceAsStream(version + ".model")) {
            Files.write(
                    folder.resolve(version + ".model"),
                    Objects.requireNonNull(file).readAllBytes());
        }
    }

    private static Interactions board() {
        return TrainingSet.of(List.of(BOARD.corpus("board"))).log().interactions();
    }

    private static ItemWeights weights(Interactions training) {
        return Ease.zeroDiagonal(10, 0, training.itemCount()).fit(training);
    }

    private static ItemFactors factors(Interactions training) {
        return ReadableFactors.train(training, 20, new ItemFactors.Loss(0.3, 0.01, 1), 12, 1);
    }

    private static FittedEnsemble ensemble(FittedModel... models) {
        return new FittedEnsemble(Stream.of(models)
                .map(model -> new Member(model.getClass().getSimpleName(), model, 0.5))
                .toList());
    }

    private CollaborativeModel saved(FittedModel... models) {
        List<TitleId> titles = TrainingSet.of(List.of(BOARD.corpus("board"))).titles();
        return saved(titles, ensemble(models), board().support());
    }

    private CollaborativeModel saved(List<TitleId> titles, FittedEnsemble ensemble, int[] support) {
        FileModelRepository models = new FileModelRepository(folder);
        models.add(ModelInfos.version("v1"), titles, ensemble, support);
        return models.open("v1");
    }
}

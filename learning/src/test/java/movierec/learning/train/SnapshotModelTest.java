package movierec.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import movierec.learning.FittedEnsemble;
import movierec.learning.ItemWeights;
import movierec.learning.ease.Ease;
import movierec.model.CollaborativeModel;
import movierec.testkit.model.CollaborativeModelContract;
import movierec.testkit.model.ModelInfos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotModelTest extends CollaborativeModelContract {
    @TempDir
    private Path folder;

    @Override
    protected CollaborativeModel trained() {
        return saved(weights());
    }

    @Test
    void scoresAsTheModelDidBeforeItWasSaved() {
        ItemWeights weights = weights();
        int[] history = {0, 4, 7};
        float[] counts = {1, -0.5f, 1};

        float[] saved = saved(weights).foldIn(history, counts).scores();

        assertThat(saved).containsExactly(weights.foldIn(history, counts).scores(), within(1e-3f));
    }

    @Test
    void knowsWhatItWasTrainedOn() {
        assertThat(trained().info()).isEqualTo(ModelInfos.version("v1"));
    }

    private static ItemWeights weights() {
        TrainingSet board = TrainingSet.of(List.of(BOARD.corpus("board")));
        return Ease.forServing(10, 0, BOARD.size()).fit(board.log().interactions());
    }

    private CollaborativeModel saved(ItemWeights weights) {
        TrainingSet board = TrainingSet.of(List.of(BOARD.corpus("board")));
        FileModelRepository models = new FileModelRepository(folder);
        models.add(
                ModelInfos.version("v1"),
                board.titles(),
                new FittedEnsemble(List.of(new FittedEnsemble.Member("ease", weights, 1))),
                board.log().interactions().support());
        return models.open("v1");
    }
}

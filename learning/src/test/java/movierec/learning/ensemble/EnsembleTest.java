package movierec.learning.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import movierec.learning.Model;
import movierec.learning.ModelContract;
import movierec.learning.ease.Ease;
import movierec.learning.ensemble.Ensemble.Voice;
import movierec.learning.ensemble.Ensemble.Weighing;
import movierec.learning.graph.Rp3Beta;
import org.junit.jupiter.api.Test;

class EnsembleTest extends ModelContract {
    @Override
    protected Model model() {
        return new Ensemble(
                List.of(new Voice(Ease.zeroDiagonal(50, 0.7, 1_000), 1), new Voice(new Rp3Beta(1, 0.5, 100), 0.3)),
                Weighing.AS_GIVEN);
    }

    @Test
    void tellsTheHyperparametersOfEveryMember() {
        assertThat(model().hyperparameters())
                .containsEntry("edlae.lambda", 50.0)
                .containsEntry("rp3beta.beta", 0.5)
                .containsEntry("rp3beta.weight", 0.3);
    }

    @Test
    void refusesToVoteWithoutVoices() {
        assertThatThrownBy(() -> new Ensemble(List.of(), Weighing.AS_GIVEN)).hasMessageContaining("at least one voice");
    }
}

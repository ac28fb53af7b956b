package movierec.learning.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import movierec.learning.als.ImplicitAls;
import movierec.learning.matrix.Interactions;
import movierec.testkit.model.Checkerboard;
import org.junit.jupiter.api.Test;

class EarlyStopTest {
    private static final Interactions BOARD = board();

    private static Interactions board() {
        Interactions.Builder board = Interactions.builder(20, 20);
        new Checkerboard(20).shuffled(1).forEach(pair -> board.add(pair[0], pair[1], 1));
        return board.build();
    }

    @Test
    void endsAFewIterationsAfterTheBestOne() {
        double[] scores = {0.5, 0.6, 0.9, 0.8, 0.9, 0.7, 1, 1};
        List<Integer> asked = new ArrayList<>();
        EarlyStop watch = new EarlyStop(fitted -> {
            asked.add(asked.size());
            return scores[asked.size() - 1];
        });

        ImplicitAls.of(8, 0.1, 0.01, 24).fit(BOARD, watch);

        // Two iterations nobody is asked about, then 0.5, 0.6, 0.9 and three that are no better.
        assertThat(asked).hasSize(6);
        assertThat(watch.bestIteration()).isEqualTo(5);
        assertThat(watch.bestScore()).isEqualTo(0.9);
    }

    @Test
    void whatAWatchSeesIsWhatSoManyIterationsGive() {
        List<float[]> seen = new ArrayList<>();
        ImplicitAls.of(8, 0.1, 0.01, 5).fit(BOARD, (iteration, soFar) -> seen.add(soFar.factors()));

        assertThat(seen).hasSize(5);
        assertThat(seen.get(2))
                .containsExactly(ImplicitAls.of(8, 0.1, 0.01, 3).fit(BOARD).factors());
        assertThat(seen.get(4)).isNotEqualTo(seen.get(2));
    }
}

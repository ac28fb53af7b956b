package movierec.learning.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import movierec.learning.UnusableData;
import movierec.learning.matrix.Interactions;
import org.junit.jupiter.api.Test;

class PopularityTest {
    @Test
    void nothingAtAllIsRefused() {
        assertThatThrownBy(() -> new Popularity().fit(Interactions.builder(2, 2).build()))
                .isInstanceOf(UnusableData.class);
    }

    @Test
    void countsUsersWhateverTheHistory() {
        Interactions interactions = Interactions.builder(3, 3)
                .add(0, 0, 1)
                .add(1, 0, 1)
                .add(2, 2, 1)
                .build();

        assertThat(new Popularity()
                        .fit(interactions)
                        .foldIn(new int[] {1}, new float[] {5})
                        .scores())
                .containsExactly(2, 0, 1);
    }
}

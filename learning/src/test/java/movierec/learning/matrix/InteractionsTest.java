package movierec.learning.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InteractionsTest {
    @Test
    void ofRepeatedEntriesTheLargestValueCounts() {
        Interactions interactions = Interactions.builder(1, 3)
                .add(0, 2, 1)
                .add(0, 1, 0.5f)
                .add(0, 1, 2)
                .add(0, 1, 1)
                .build();

        assertThat(interactions.byUser().columnIndexes(0)).containsExactly(1, 2);
        assertThat(interactions.byUser().values(0)).containsExactly(2, 1);
    }

    @Test
    void refusesWhatIsNoPositiveNumberOrLiesOutside() {
        Interactions.Builder builder = Interactions.builder(2, 2);

        assertThatThrownBy(() -> builder.add(0, 0, Float.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> builder.add(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.add(0, 0, Float.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.add(2, 0, 1)).hasMessageContaining("2 users x 2 items");
        assertThatThrownBy(() -> builder.add(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noUsersAndNoItemsAreAnEmptyMatrix() {
        Interactions nothing = Interactions.builder(0, 0).build();

        assertThat(nothing.size()).isZero();
        assertThat(nothing.byItem().rowCount()).isZero();
    }

    @Property
    void rowsAndColumnsTellTheSame(@ForAll @Size(max = 60) List<@IntRange(max = 41) Integer> cells) {
        Interactions.Builder builder = Interactions.builder(6, 7);
        boolean[][] expected = new boolean[6][7];
        for (int cell : cells) {
            builder.add(cell / 7, cell % 7, 1);
            expected[cell / 7][cell % 7] = true;
        }
        Interactions interactions = builder.build();

        for (int u = 0; u < 6; u++) {
            for (int i = 0; i < 7; i++) {
                assertThat(interactions.byUser().value(u, i)).isEqualTo(expected[u][i] ? 1 : 0);
                assertThat(interactions.byItem().value(i, u)).isEqualTo(expected[u][i] ? 1 : 0);
            }
        }
        assertThat(interactions.byItem().size()).isEqualTo(interactions.size());
    }
}

package movierec.learning.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InteractionLogTest {
    @Test
    void putsEachUsersItemsInTheOrderOfTime() {
        InteractionLog log = new InteractionLog.Builder(5)
                .add(1, 3, 300)
                .add(0, 4, 50)
                .add(1, 2, 100)
                .add(1, 0, 200)
                .build();

        assertThat(log.itemIndexes(0)).containsExactly(4);
        assertThat(log.itemIndexes(1)).containsExactly(2, 0, 3);
    }

    @Test
    void equalTimesKeepTheOrderOfAdding() {
        InteractionLog log = new InteractionLog.Builder(5)
                .add(0, 3, 0)
                .add(0, 1, 0)
                .add(0, 2, 0)
                .build();

        assertThat(log.itemIndexes(0)).containsExactly(3, 1, 2);
        assertThat(log.isTimed()).isFalse();
    }

    @Test
    void ofARepeatedItemTheEarliestTimeCounts() {
        InteractionLog log = new InteractionLog.Builder(5)
                .add(0, 1, 300)
                .add(0, 2, 200)
                .add(0, 1, 100)
                .build();

        assertThat(log.itemIndexes(0)).containsExactly(1, 2);
        assertThat(log.epochSecondAt(0)).isEqualTo(100);
    }

    @Test
    void absurdTimesAreBoundedAndNotMixedUpWithItems() {
        InteractionLog log = new InteractionLog.Builder(2)
                .add(0, 0, Long.MAX_VALUE)
                .add(0, 1, Long.MIN_VALUE)
                .build();

        assertThat(log.itemIndexes(0)).containsExactly(1, 0);
    }

    @Test
    void refusesItemsOutside() {
        assertThatThrownBy(() -> new InteractionLog.Builder(5).add(0, 5, 0)).hasMessageContaining("5 items");
    }
}

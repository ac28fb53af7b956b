package movierec.learning.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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

    @Test
    void aUserWithAHundredThousandItemsInReverseKeepsThemAll() {
        int items = 100_000;
        InteractionLog.Builder builder = new InteractionLog.Builder(items);
        for (int i = items - 1; i >= 0; i--) {
            builder.add(0, i, 1 + i).add(0, i, 2 + i);
        }

        InteractionLog log = builder.build();

        assertThat(log.size()).isEqualTo(items);
        assertThat(log.itemIndexes(0)).isSorted();
        assertThat(log.usersWithAtLeast(items).userCount()).isEqualTo(1);
        assertThat(log.usersWithAtLeast(items + 1).userCount()).isZero();
    }

    @Property
    void agreesWithSortingEntriesOneByOne(@ForAll long seed, @ForAll @IntRange(max = 80) int entries) {
        Random random = new Random(seed);
        InteractionLog.Builder builder = new InteractionLog.Builder(8, random.nextInt(3));
        List<int[]> added = new ArrayList<>();
        for (int n = 0; n < entries; n++) {
            int[] entry = {random.nextInt(5), random.nextInt(8), random.nextInt(6)};
            added.add(entry);
            builder.add(entry[0], entry[1], entry[2]);
        }
        InteractionLog log = builder.build();

        for (int u = 0; u < log.userCount(); u++) {
            int user = u;
            List<Integer> expected = added.stream()
                    .filter(entry -> entry[0] == user)
                    .sorted(Comparator.comparingInt(entry -> entry[2]))
                    .map(entry -> entry[1])
                    .distinct()
                    .toList();
            assertThat(log.itemIndexes(u))
                    .containsExactly(expected.stream().mapToInt(i -> i).toArray());
            assertThat(log.interactions().byUser().rowSize(u)).isEqualTo(expected.size());
        }
    }
}

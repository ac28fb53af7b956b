package movierec.learning.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import movierec.learning.UnusableData;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    @Test
    void tooFewUsersAreRefusedInWords() {
        InteractionLog.Builder one = new InteractionLog.Builder(9);
        for (int i = 0; i < 9; i++) {
            one.add(0, i, 1);
        }
        one.add(1, 0, 1);

        assertThatThrownBy(() -> Protocol.STRONG.split(one.build(), 1))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("at least 2 users with 5 positives");
        assertThatThrownBy(() -> Protocol.STRONG.split(new InteractionLog.Builder(0).build(), 1))
                .isInstanceOf(UnusableData.class);
    }

    @Test
    void chronologicalProtocolsWantTimes() {
        InteractionLog untimed = random(3, false);

        assertThatThrownBy(() -> Protocol.TEMPORAL.split(untimed, 1)).hasMessageContaining("time");
        assertThatThrownBy(() -> Protocol.LEAVE_ONE_OUT.split(untimed, 1)).hasMessageContaining("time");
    }

    @Property(tries = 30)
    void strongHoldsOutATenthOfTheUsersAndAFifthOfTheirItems(@ForAll long seed) {
        InteractionLog log = random(seed, true).usersWithAtLeast(Protocol.MIN_ITEMS_PER_USER);

        Split split = Protocol.STRONG.split(log, seed);

        assertThat(split.training().userCount()).isEqualTo(log.userCount() - 2 * (log.userCount() / 10));
        assertThat(heldOut(split)).allSatisfy(user -> {
            int items = user.historyIndexes().length + user.targetIndexes().length;
            assertThat(user.targetIndexes()).hasSize(Math.max(1, items / 5));
        });
        assertSound(split);
    }

    @Test
    void strongIsTheSameForTheSameSeedAndAnotherForAnother() {
        InteractionLog log = random(1, true);

        assertThat(targets(Protocol.STRONG.split(log, 7))).isEqualTo(targets(Protocol.STRONG.split(log, 7)));
        assertThat(targets(Protocol.STRONG.split(log, 7))).isNotEqualTo(targets(Protocol.STRONG.split(log, 8)));
    }

    @Property(tries = 30)
    void leaveOneOutTestsTheLastItem(@ForAll long seed) {
        InteractionLog log = random(seed, true).usersWithAtLeast(Protocol.MIN_ITEMS_PER_USER);

        Split split = Protocol.LEAVE_ONE_OUT.split(log, seed);

        assertSound(split);
        List<Integer> last = Stream.iterate(0, u -> u + 1)
                .limit(log.userCount())
                .map(u -> log.itemIndexAt(log.end(u) - 1))
                .toList();
        assertThat(split.test()).allSatisfy(user -> {
            assertThat(user.targetIndexes()).hasSize(1);
            assertThat(last).contains(user.targetIndexes()[0]);
        });
        assertThat(split.training().size()).isEqualTo(log.size() - 2 * log.userCount());
    }

    @Property(tries = 30)
    void temporalTrainsOnNothingThatIsJudgedLater(@ForAll long seed) {
        InteractionLog log = random(seed, true).usersWithAtLeast(Protocol.MIN_ITEMS_PER_USER);

        Split split = Protocol.TEMPORAL.split(log, seed);

        assertSound(split);
        assertThat(split.training().size()).isBetween(log.size() / 2, log.size() * 4 / 5 + 1);
        assertThat(split.test()).isNotEmpty();
    }

    @Property(tries = 30)
    void coldTitlesAreUnknownToTheTrainingAndAllThatMayBeNamed(@ForAll long seed) {
        InteractionLog log = random(seed, false).usersWithAtLeast(Protocol.MIN_ITEMS_PER_USER);

        Split split = Protocol.COLD_TITLES.split(log, seed);

        assertSound(split);
        assertThat(split.isCold()).isTrue();
        assertThat(split.coldIndexes()).hasSize(5);
        int[] support = split.training().support();
        assertThat(split.coldIndexes()).allMatch(i -> support[i] == 0);
        int targets = split.test().stream()
                .mapToInt(user -> user.targetIndexes().length)
                .sum();
        assertThat(split.training().size() + targets)
                .as("what nobody judges is trained on")
                .isEqualTo(log.size());
        assertThat(split.test()).allSatisfy(user -> assertThat(Arrays.stream(user.historyIndexes()))
                .allMatch(i -> support[i] > 0));
    }

    @Test
    void coldTitlesWantTitlesThatPeopleShare() {
        InteractionLog.Builder loners = new InteractionLog.Builder(50);
        for (int i = 0; i < 50; i++) {
            loners.add(i / 5, i, 0);
        }

        assertThatThrownBy(() -> Protocol.COLD_TITLES.split(loners.build(), 1))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("2 titles with 5 users");
    }

    @Test
    void oneOutOfTwoUsersTestsWhenThereAreNoMore() {
        InteractionLog.Builder two = new InteractionLog.Builder(6);
        for (int i = 0; i < 6; i++) {
            two.add(0, i, 1).add(1, i, 1);
        }

        Split split = Protocol.STRONG.split(two.build(), 1);

        assertThat(split.training().userCount()).isEqualTo(1);
        assertThat(split.test()).hasSize(1);
        assertThat(split.validation()).isEmpty();
    }

    /** 10,000 validate and 10,000 test however many there are: Liang et al. 2018, section 4.1, for MovieLens 20M. */
    @Test
    void largeDataHoldOutTenThousandUsersTwice() {
        int users = 136_677;
        InteractionLog.Builder log = new InteractionLog.Builder(10);
        for (int u = 0; u < users; u++) {
            for (int n = 0; n < 5; n++) {
                log.add(u, (u + n) % 10, 1);
            }
        }

        Split split = Protocol.STRONG.split(log.build(), 42);

        assertThat(split.training().userCount()).isEqualTo(users - 20_000);
        assertThat(split.validation()).hasSize(10_000);
        assertThat(split.test()).hasSize(10_000).allSatisfy(user -> assertThat(user.targetIndexes())
                .hasSize(1));
    }

    @Test
    void everyProtocolHasAWord() {
        assertThat(Protocol.of("leave-one-out")).contains(Protocol.LEAVE_ONE_OUT);
        assertThat(Protocol.of("strong")).contains(Protocol.STRONG);
        assertThat(Protocol.of("weak")).isEmpty();
    }

    private static void assertSound(Split split) {
        boolean[] candidates = split.candidates();
        assertThat(heldOut(split)).allSatisfy(user -> {
            assertThat(user.targetIndexes()).isNotEmpty();
            assertThat(Arrays.stream(user.targetIndexes())).allMatch(i -> candidates[i]);
            assertThat(Arrays.stream(user.historyIndexes()).boxed())
                    .doesNotContainAnyElementsOf(
                            Arrays.stream(user.targetIndexes()).boxed().toList());
        });
    }

    private static List<HeldOutUser> heldOut(Split split) {
        return Stream.concat(split.validation().stream(), split.test().stream()).toList();
    }

    private static List<List<Integer>> targets(Split split) {
        return split.test().stream()
                .map(user -> Arrays.stream(user.targetIndexes()).boxed().toList())
                .toList();
    }

    /** Forty users with up to 30 of 50 items. */
    private static InteractionLog random(long seed, boolean timed) {
        Random random = new Random(seed);
        InteractionLog.Builder log = new InteractionLog.Builder(50);
        for (int u = 0; u < 40; u++) {
            for (int n = 0; n < 30; n++) {
                log.add(u, random.nextInt(50), timed ? 1_000 + random.nextInt(100_000) : 0);
            }
        }
        return log.build();
    }
}

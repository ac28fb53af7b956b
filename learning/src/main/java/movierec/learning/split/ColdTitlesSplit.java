package movierec.learning.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import movierec.learning.UnusableData;
import movierec.learning.matrix.Interactions;

/**
 * New titles: a random tenth of the titles is hidden from training altogether, and the people who have some of them fold in
 * what else they have. Only hidden titles are candidates, so nothing but what a title is can help (A. I. Schein et al.,
 * "Methods and metrics for cold-start recommendations", SIGIR 2002). Everybody trains with their other titles. There are no
 * validation users: a model chooses its hyper-parameters within the titles that it sees.
 */
final class ColdTitlesSplit {
    private static final double HIDDEN_SHARE = 0.1;
    /** A title that hardly anybody has would make the result a matter of luck. */
    private static final int MIN_USERS_PER_TITLE = 5;

    private static final int MAX_TEST_USERS = 10_000;

    private ColdTitlesSplit() {}

    static Split split(InteractionLog log, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        boolean[] hidden = hidden(log, random);
        Interactions.Builder training = Interactions.builder(log.userCount(), log.itemCount());
        for (int u = 0; u < log.userCount(); u++) {
            for (int p = log.start(u); p < log.end(u); p++) {
                if (!hidden[log.itemIndexAt(p)]) {
                    training.add(u, log.itemIndexAt(p), log.weightAt(p));
                }
            }
        }
        List<Integer> coldIndexes =
                IntStream.range(0, hidden.length).filter(i -> hidden[i]).boxed().toList();
        return new Split(training.build(), List.of(), judges(log, hidden, random), coldIndexes);
    }

    private static boolean[] hidden(InteractionLog log, RandomGenerator random) {
        int[] support = log.interactions().support();
        int[] eligible = IntStream.range(0, support.length)
                .filter(i -> support[i] >= MIN_USERS_PER_TITLE)
                .toArray();
        if (eligible.length < 2) {
            throw new UnusableData("The protocol cold-titles needs at least 2 titles with " + MIN_USERS_PER_TITLE
                    + " users each, there are " + eligible.length);
        }
        int[] order = Shuffled.numbers(eligible.length, random);
        boolean[] hidden = new boolean[support.length];
        for (int n = 0; n < Math.max(1, (int) (eligible.length * HIDDEN_SHARE)); n++) {
            hidden[eligible[order[n]]] = true;
        }
        return hidden;
    }

    private static List<HeldOutUser> judges(InteractionLog log, boolean[] hidden, RandomGenerator random) {
        List<HeldOutUser> judges = new ArrayList<>();
        for (int userIndex : Shuffled.numbers(log.userCount(), random)) {
            int[] items = log.itemIndexes(userIndex);
            int[] history = Arrays.stream(items).filter(i -> !hidden[i]).toArray();
            int[] targets = Arrays.stream(items).filter(i -> hidden[i]).toArray();
            if (history.length > 0 && targets.length > 0 && judges.size() < MAX_TEST_USERS) {
                judges.add(new HeldOutUser(userIndex, history, targets));
            }
        }
        return judges;
    }
}

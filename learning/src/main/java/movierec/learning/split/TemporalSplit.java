package movierec.learning.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import movierec.learning.matrix.Interactions;

/**
 * Two moments cut the whole log: what lies before the first trains, what lies between them validates, the rest tests. A
 * user's items before a moment are folded in, those after it are targets.
 */
final class TemporalSplit {
    private static final double VALIDATION_FROM = 0.8;
    private static final double TEST_FROM = 0.9;

    private TemporalSplit() {}

    static Split split(InteractionLog log) {
        long[] seconds = new long[log.size()];
        for (int p = 0; p < seconds.length; p++) {
            seconds[p] = log.epochSecondAt(p);
        }
        Arrays.sort(seconds);
        long validationFrom = seconds[(int) (seconds.length * VALIDATION_FROM)];
        long testFrom = seconds[(int) (seconds.length * TEST_FROM)];

        Interactions.Builder training = log.interactionsOf(log.userCount());
        for (int u = 0; u < log.userCount(); u++) {
            for (int p = log.start(u); p < log.end(u) && log.epochSecondAt(p) < validationFrom; p++) {
                training.add(u, log.itemIndexAt(p), log.weightAt(p));
            }
        }
        Interactions trained = training.build();
        boolean[] known = new Split(trained, List.of(), List.of()).candidates();
        return new Split(
                trained, heldOut(log, validationFrom, testFrom, known), heldOut(log, testFrom, Long.MAX_VALUE, known));
    }

    private static List<HeldOutUser> heldOut(InteractionLog log, long from, long until, boolean[] known) {
        List<HeldOutUser> heldOut = new ArrayList<>();
        for (int u = 0; u < log.userCount(); u++) {
            int[] history = knownItems(log, u, Long.MIN_VALUE, from, known);
            int[] targets = knownItems(log, u, from, until, known);
            if (history.length > 0 && targets.length > 0) {
                heldOut.add(new HeldOutUser(u, history, targets));
            }
        }
        return heldOut;
    }

    private static int[] knownItems(InteractionLog log, int userIndex, long from, long until, boolean[] known) {
        int[] items = new int[log.end(userIndex) - log.start(userIndex)];
        int count = 0;
        for (int p = log.start(userIndex); p < log.end(userIndex); p++) {
            long second = log.epochSecondAt(p);
            if (second >= from && second < until && known[log.itemIndexAt(p)]) {
                items[count++] = log.itemIndexAt(p);
            }
        }
        return Arrays.copyOf(items, count);
    }
}

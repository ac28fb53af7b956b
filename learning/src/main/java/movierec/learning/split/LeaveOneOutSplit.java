package movierec.learning.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import movierec.learning.matrix.Interactions;

/**
 * Everyone's last item is for the test and the last but one for validation; all before trains. Ranked against all items,
 * no sampled negatives (W. Krichene and S. Rendle, "On sampled metrics for item recommendation", KDD 2020).
 */
final class LeaveOneOutSplit {
    private LeaveOneOutSplit() {}

    static Split split(InteractionLog log) {
        Interactions.Builder training = log.interactionsOf(log.userCount());
        for (int u = 0; u < log.userCount(); u++) {
            for (int p = log.start(u); p < log.end(u) - 2; p++) {
                training.add(u, log.itemIndexAt(p), log.weightAt(p));
            }
        }
        Interactions trained = training.build();
        boolean[] known = new Split(trained, List.of(), List.of()).candidates();
        return new Split(trained, heldOut(log, 2, known), heldOut(log, 1, known));
    }

    /** @param fromEnd which item is the target: 1 = the last, 2 = the one before */
    private static List<HeldOutUser> heldOut(InteractionLog log, int fromEnd, boolean[] known) {
        List<HeldOutUser> heldOut = new ArrayList<>();
        for (int u = 0; u < log.userCount(); u++) {
            int[] items = log.itemIndexes(u);
            int targetIndex = items[items.length - fromEnd];
            if (known[targetIndex]) {
                int[] history = Arrays.stream(items, 0, items.length - fromEnd)
                        .filter(i -> known[i])
                        .toArray();
                heldOut.add(new HeldOutUser(u, history, new int[] {targetIndex}));
            }
        }
        return heldOut;
    }
}

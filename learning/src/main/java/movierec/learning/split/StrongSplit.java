package movierec.learning.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import movierec.learning.matrix.Interactions;

/**
 * Strong generalisation: D. Liang et al., "Variational autoencoders for collaborative filtering", WWW 2018, section 4.
 * Held-out users are never seen in training; of each, a random 80 % of the items are folded in and 20 % are targets, rounded
 * down. Items unknown to the training are taken from the held-out users.
 *
 * <p>With MovieLens 20M these are the paper's numbers: 136,677 users, of whom 10,000 validate and 10,000 test. The paper
 * leaves a user's targets out who has fewer than 5 items left; here one item is the target, which concerns nobody there.
 */
final class StrongSplit {
    private static final double TARGET_SHARE = 0.2;
    private static final double HELD_OUT_SHARE = 0.1;
    /** Liang's number for MovieLens 20M; smaller data give a tenth of their users each. */
    private static final int MAX_HELD_OUT_USERS = 10_000;

    private StrongSplit() {}

    static Split split(InteractionLog log, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        int[] users = Shuffled.numbers(log.userCount(), random);
        int heldOut = Math.clamp((int) (users.length * HELD_OUT_SHARE), 1, MAX_HELD_OUT_USERS);
        // With two users there is one to train and one to test.
        int validationUsers = users.length > 2 * heldOut ? heldOut : 0;
        int trainingUsers = users.length - heldOut - validationUsers;

        Interactions training = training(log, Arrays.copyOf(users, trainingUsers));
        boolean[] known = new Split(training, List.of(), List.of()).candidates();
        int[] validation = Arrays.copyOfRange(users, trainingUsers, trainingUsers + validationUsers);
        int[] test = Arrays.copyOfRange(users, trainingUsers + validationUsers, users.length);
        return new Split(training, heldOut(log, validation, known, random), heldOut(log, test, known, random));
    }

    private static Interactions training(InteractionLog log, int[] users) {
        Interactions.Builder training = log.interactionsOf(users.length);
        for (int u = 0; u < users.length; u++) {
            for (int p = log.start(users[u]); p < log.end(users[u]); p++) {
                training.add(u, log.itemIndexAt(p), log.weightAt(p));
            }
        }
        return training.build();
    }

    private static List<HeldOutUser> heldOut(InteractionLog log, int[] users, boolean[] known, RandomGenerator random) {
        List<HeldOutUser> heldOut = new ArrayList<>();
        for (int userIndex : users) {
            int[] items = Arrays.stream(log.itemIndexes(userIndex))
                    .filter(i -> known[i])
                    .toArray();
            heldOut(userIndex, items, random).ifPresent(heldOut::add);
        }
        return heldOut;
    }

    private static Optional<HeldOutUser> heldOut(int userIndex, int[] items, RandomGenerator random) {
        int targets = Math.max(1, (int) (items.length * TARGET_SHARE));
        if (items.length <= targets) {
            return Optional.empty();
        }
        boolean[] isTarget = new boolean[items.length];
        for (int place : Arrays.copyOf(Shuffled.numbers(items.length, random), targets)) {
            isTarget[place] = true;
        }
        int[] history = new int[items.length - targets];
        int[] target = new int[targets];
        int h = 0;
        int t = 0;
        for (int place = 0; place < items.length; place++) {
            if (isTarget[place]) {
                target[t++] = items[place];
            } else {
                history[h++] = items[place];
            }
        }
        return Optional.of(new HeldOutUser(userIndex, history, target));
    }
}

package movierec.bench.learning;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import movierec.learning.matrix.Interactions;

/**
 * Invented positives in the shape of real ones: a few items known by many (a shifted Zipf law), log-normal numbers of items
 * per user, and groups of items that the same users like, so that there is something to learn. The same shape and seed give
 * the same data.
 *
 * @param interactions how many to aim at; users who would have most of a catalogue get fewer
 */
record SyntheticInteractions(int users, int items, int interactions, long seed) {
    private static final int GROUPS = 40;
    private static final int GROUPS_PER_USER = 3;
    private static final double FROM_OWN_GROUPS = 0.7;
    private static final double ACTIVITY_SPREAD = 1.1;
    private static final double POPULARITY_EXPONENT = 1.5;
    private static final double POPULARITY_SHIFT = 80;
    private static final int LARGEST_SHARE = 4;

    /** Users x items; every user has at least one. */
    Interactions generate() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] sizes = sizes(random);
        double[] popularity = popularity();
        int[] groups = random.ints(items, 0, GROUPS).toArray();
        Draw anything = new Draw(popularity, item -> true);
        Draw[] ofGroup = new Draw[GROUPS];
        for (int g = 0; g < GROUPS; g++) {
            int group = g;
            ofGroup[g] = new Draw(popularity, item -> groups[item] == group);
        }
        Interactions.Builder builder = Interactions.builder(users, items);
        BitSet taken = new BitSet(items);
        for (int u = 0; u < users; u++) {
            int[] own = random.ints(GROUPS_PER_USER, 0, GROUPS).toArray();
            taken.clear();
            // Drawing again what a user has is allowed a few times only, so that small catalogues come to an end.
            for (int left = sizes[u], attempts = 4 * left; left > 0 && attempts > 0; attempts--) {
                boolean fromOwn = random.nextDouble() < FROM_OWN_GROUPS;
                int item = (fromOwn ? ofGroup[own[random.nextInt(own.length)]] : anything).next(random);
                if (item >= 0 && !taken.get(item)) {
                    taken.set(item);
                    builder.add(u, item, 1);
                    left--;
                }
            }
        }
        return builder.build();
    }

    private int[] sizes(RandomGenerator random) {
        double[] activity = random.doubles(users)
                .map(ignored -> Math.exp(ACTIVITY_SPREAD * random.nextGaussian()))
                .toArray();
        double scale = interactions / Arrays.stream(activity).sum();
        return Arrays.stream(activity)
                .mapToInt(value -> (int) Math.clamp(Math.round(scale * value), 1, Math.max(1, items / LARGEST_SHARE)))
                .toArray();
    }

    /** Item numbers are shuffled, as real ones are in no order of popularity. */
    private double[] popularity() {
        double[] popularity = new double[items];
        for (int i = 0; i < items; i++) {
            popularity[i] = Math.pow(i + POPULARITY_SHIFT, -POPULARITY_EXPONENT);
        }
        Random shuffle = new Random(seed);
        for (int i = items - 1; i > 0; i--) {
            int j = shuffle.nextInt(i + 1);
            double swapped = popularity[i];
            popularity[i] = popularity[j];
            popularity[j] = swapped;
        }
        return popularity;
    }

    /** Draws items in proportion to their weights. */
    private static final class Draw {
        private final int[] items;
        private final double[] sums;

        Draw(double[] weights, IntPredicate wanted) {
            items = IntStream.range(0, weights.length).filter(wanted).toArray();
            sums = new double[items.length];
            double sum = 0;
            for (int i = 0; i < items.length; i++) {
                sum += weights[items[i]];
                sums[i] = sum;
            }
        }

        /** An item, or -1 where there is none to draw. */
        int next(RandomGenerator random) {
            if (items.length == 0) {
                return -1;
            }
            int place = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
            return items[Math.min(items.length - 1, place < 0 ? -place - 1 : place)];
        }
    }
}

package movierec.learning.als;

import java.util.Random;
import movierec.learning.matrix.Interactions;

/** A few invented users and items, as interactions and as the dense matrix that the readable twin takes. */
record SmallWorld(double[][] confidences) {
    /** @param ordinary whether every confidence is 1 */
    static SmallWorld of(int users, int items, boolean ordinary, long seed) {
        Random random = new Random(seed);
        double[][] confidences = new double[users][items];
        confidences[0][0] = 1;
        for (double[] row : confidences) {
            // Users differ in how much they have: some less and some more than factors.
            double share = random.nextDouble();
            for (int i = 0; i < items; i++) {
                if (random.nextDouble() < share) {
                    row[i] = ordinary ? 1 : 0.25f + 3 * random.nextFloat();
                }
            }
        }
        return new SmallWorld(confidences);
    }

    Interactions interactions() {
        Interactions.Builder builder = Interactions.builder(confidences.length, confidences[0].length);
        for (int u = 0; u < confidences.length; u++) {
            for (int i = 0; i < confidences[u].length; i++) {
                if (confidences[u][i] > 0) {
                    builder.add(u, i, (float) confidences[u][i]);
                }
            }
        }
        return builder.build();
    }
}

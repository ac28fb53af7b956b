package movierec.learning.als;

import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import movierec.learning.ItemFactors;
import movierec.learning.ItemFactors.Loss;
import movierec.learning.Model;
import movierec.learning.UnusableData;
import movierec.learning.matrix.Interactions;

/**
 * Matrix factorisation for implicit feedback: S. Rendle et al., "Revisiting the performance of iALS on item recommendation
 * benchmarks", RecSys 2022. It makes small
 *
 * <pre>
 *   sum over interactions of c (w·h - 1)² + alpha0 sum over all users and items of (w·h)²
 *     + lambda sum over users of (their c + alpha0 items)^nu |w|²
 *     + lambda sum over items of (their c + alpha0 users)^nu |h|²
 * </pre>
 *
 * <p>Users are solved for first, so where they begin does not matter; item factors begin as normal values with a deviation
 * of 0.1 / sqrt(d). Only item factors are kept, a user's are found again from any history.
 *
 * @param factors d, how many factors users and items have
 * @param unobservedWeight alpha0, how much an item that a user does not have counts against one that it has
 * @param regularization lambda, positive
 * @param frequencyExponent nu: 0 regularizes all alike, 1 those with many interactions more
 * @param iterations how often users and items are solved for
 * @param blockSize how many factors are solved for together; {@code factors} or more solves
 *     exactly, a smaller multiple of 32 block by block (iALS++)
 * @param seed of the first item factors
 */
public record ImplicitAls(
        int factors,
        double unobservedWeight,
        double regularization,
        double frequencyExponent,
        int iterations,
        int blockSize,
        long seed)
        implements Model {
    /** Blocks are multiples of this, so that they fill the registers of every processor. */
    static final int BLOCK_UNIT = 32;

    /** With 256 factors an exact pass over 7 million interactions costs a quarter more than blocks, and fewer passes do. */
    private static final int MAX_EXACT_FACTORS = 256;

    private static final long SEED = 42;

    public ImplicitAls {
        if (factors < 1 || iterations < 1 || blockSize < 1) {
            throw new IllegalArgumentException("ALS wants factors, iterations and blockSize of at least 1, not "
                    + factors + ", " + iterations + " and " + blockSize);
        }
        if (blockSize < factors && blockSize % BLOCK_UNIT != 0) {
            throw new IllegalArgumentException(
                    "ALS wants a blockSize that is a multiple of " + BLOCK_UNIT + ", not " + blockSize);
        }
        if (!(unobservedWeight >= 0 && regularization > 0 && frequencyExponent >= 0)
                || !Double.isFinite(unobservedWeight + regularization + frequencyExponent)) {
            throw new IllegalArgumentException(
                    "ALS wants unobservedWeight >= 0, regularization > 0 and frequencyExponent >= 0, not "
                            + unobservedWeight + ", " + regularization + " and " + frequencyExponent);
        }
    }

    /** Regularized by frequency as the paper recommends, with the solver that is quickest for so many factors. */
    public static ImplicitAls of(int factors, double unobservedWeight, double regularization, int iterations) {
        int blockSize = factors <= MAX_EXACT_FACTORS ? factors : 2 * BLOCK_UNIT;
        return new ImplicitAls(factors, unobservedWeight, regularization, 1, iterations, blockSize, SEED);
    }

    @Override
    public String name() {
        return "als";
    }

    @Override
    public Map<String, Double> hyperparameters() {
        return Map.of(
                "factors",
                (double) factors,
                "alpha0",
                unobservedWeight,
                "lambda",
                regularization,
                "nu",
                frequencyExponent,
                "iterations",
                (double) iterations,
                "blockSize",
                (double) blockSize);
    }

    /** Sees the model grow, to end the work where more of it does not help. */
    @FunctionalInterface
    public interface Watch {
        /** Goes on to the end; no copies are made for it. */
        Watch NOBODY = (iteration, soFar) -> true;

        /**
         * Called after every iteration.
         *
         * @param iteration 1 for the first
         * @param soFar what {@link #fit} would give with so many iterations
         * @return whether to go on
         */
        boolean goesOn(int iteration, ItemFactors soFar);
    }

    @Override
    public ItemFactors fit(Interactions training) {
        return fit(training, Watch.NOBODY);
    }

    /** Fits under watch, which costs a copy of the item factors an iteration; returns what was reached when it ended. */
    public ItemFactors fit(Interactions training, Watch watch) {
        if (training.size() == 0) {
            throw new UnusableData("There are no interactions to learn from");
        }
        Loss loss = new Loss(unobservedWeight, regularization, frequencyExponent);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Factors users = Factors.zero(training.userCount(), factors);
        Factors items = Factors.normal(training.itemCount(), factors, 0.1 / Math.sqrt(factors), random);
        HalfStep forUsers = new HalfStep(training.byUser(), loss, blockSize);
        HalfStep forItems = new HalfStep(training.byItem(), loss, blockSize);
        for (int iteration = 0; iteration < iterations; iteration++) {
            forUsers.solve(items, users);
            forItems.solve(users, items);
            if (watch != Watch.NOBODY
                    && !watch.goesOn(iteration + 1, new ItemFactors(factors, items.compact(), loss))) {
                break;
            }
        }
        return new ItemFactors(factors, items.compact(), loss);
    }
}

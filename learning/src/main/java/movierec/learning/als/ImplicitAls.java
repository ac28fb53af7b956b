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
 * @param blockSize how many factors are solved for together; {@code factors} solves exactly
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
    private static final long SEED = 42;

    public ImplicitAls {
        if (factors < 1 || iterations < 1 || blockSize < 1) {
            throw new IllegalArgumentException("ALS wants factors, iterations and blockSize of at least 1, not "
                    + factors + ", " + iterations + " and " + blockSize);
        }
        if (!(unobservedWeight >= 0 && regularization > 0 && frequencyExponent >= 0)
                || !Double.isFinite(unobservedWeight + regularization + frequencyExponent)) {
            throw new IllegalArgumentException(
                    "ALS wants unobservedWeight >= 0, regularization > 0 and frequencyExponent >= 0, not "
                            + unobservedWeight + ", " + regularization + " and " + frequencyExponent);
        }
    }

    /** Solved exactly, regularized by frequency as the paper recommends. */
    public static ImplicitAls exact(int factors, double unobservedWeight, double regularization, int iterations) {
        return new ImplicitAls(factors, unobservedWeight, regularization, 1, iterations, factors, SEED);
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

    @Override
    public ItemFactors fit(Interactions training) {
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
        }
        return new ItemFactors(factors, items.compact(), loss);
    }
}

package movierec.learning;

import java.util.Arrays;
import movierec.model.FoldedIn;

/**
 * Item factors of a matrix factorisation for implicit feedback, and what the fold-in of a history needs: one small linear
 * system gives the user's factors, its products with the item factors are the scores (S. Rendle et al., "Revisiting the
 * performance of iALS on item recommendation benchmarks", RecSys 2022, section 3).
 */
public final class ItemFactors implements FittedModel {
    private final int dimension;
    private final float[] factors;
    private final Loss loss;
    private final float[] gram;
    private final int trainedItems;

    /**
     * Takes the factors over without a copy.
     *
     * @param dimension d, how many factors an item has
     * @param factors items x d, row-major
     */
    public ItemFactors(int dimension, float[] factors, Loss loss) {
        if (dimension < 1 || factors.length % dimension != 0) {
            throw new IllegalArgumentException(factors.length + " values are no rows of " + dimension + " factors");
        }
        this(dimension, factors, loss, gramOf(dimension, factors), factors.length / dimension);
    }

    private ItemFactors(int dimension, float[] factors, Loss loss, float[] gram, int trainedItems) {
        this.dimension = dimension;
        this.factors = factors;
        this.loss = loss;
        this.gram = gram;
        this.trainedItems = trainedItems;
    }

    /**
     * Other rows to score with the same fold-in: a history is placed as if only the present rows were there. For rows that
     * nobody trained, which would otherwise count as so many more titles that every user does not have.
     *
     * @param allFactors items x d, row-major, in place of the present ones; taken over without a copy
     */
    public ItemFactors withItems(float[] allFactors) {
        return new ItemFactors(dimension, allFactors, loss, gram, trainedItems);
    }

    /**
     * What the factors were trained to make small, which a fold-in makes small again for its history.
     *
     * @param unobservedWeight alpha0, how much an item that a user does not have counts against one that it has
     * @param regularization lambda
     * @param frequencyExponent nu: a user's regularization is lambda (history + alpha0 items)^nu
     */
    public record Loss(double unobservedWeight, double regularization, double frequencyExponent) {
        /** What is added to the diagonal of a user's system. */
        public double ridge(double historySize, int itemCount) {
            return regularization * Math.pow(historySize + unobservedWeight * itemCount, frequencyExponent);
        }
    }

    public int dimension() {
        return dimension;
    }

    public Loss loss() {
        return loss;
    }

    /** Items x d, row-major; not to be changed. */
    public float[] factors() {
        return factors;
    }

    @Override
    public int itemCount() {
        return factors.length / dimension;
    }

    @Override
    public FoldedIn foldIn(int[] historyIndexes, float[] weights) {
        double[] system = new double[dimension * dimension];
        double[] wanted = new double[dimension];
        double total = 0;
        for (int a = 0; a < dimension * dimension; a++) {
            system[a] = loss.unobservedWeight() * gram[a];
        }
        for (int h = 0; h < historyIndexes.length; h++) {
            int row = historyIndexes[h] * dimension;
            float confidence = Math.abs(weights[h]);
            total += confidence;
            for (int a = 0; a < dimension; a++) {
                wanted[a] += weights[h] * factors[row + a];
                for (int b = 0; b < dimension; b++) {
                    system[a * dimension + b] += confidence * factors[row + a] * factors[row + b];
                }
            }
        }
        double ridge = loss.ridge(total, trainedItems);
        for (int a = 0; a < dimension; a++) {
            system[a * dimension + a] += ridge;
        }
        factorize(system);
        return new Placed(historyIndexes, weights, system, solve(system, wanted));
    }

    private static float[] gramOf(int dimension, float[] factors) {
        double[] sums = new double[dimension * dimension];
        for (int row = 0; row < factors.length; row += dimension) {
            for (int a = 0; a < dimension; a++) {
                for (int b = 0; b < dimension; b++) {
                    sums[a * dimension + b] += (double) factors[row + a] * factors[row + b];
                }
            }
        }
        float[] gram = new float[sums.length];
        for (int a = 0; a < sums.length; a++) {
            gram[a] = (float) sums[a];
        }
        return gram;
    }

    /** A = L Lt in place of the lower triangle. */
    private void factorize(double[] a) {
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i * dimension + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * dimension + k] * a[j * dimension + k];
                }
                a[i * dimension + j] = i == j ? Math.sqrt(sum) : sum / a[j * dimension + j];
            }
        }
    }

    private double[] solve(double[] l, double[] wanted) {
        double[] x = Arrays.copyOf(wanted, dimension);
        for (int i = 0; i < dimension; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= l[i * dimension + k] * x[k];
            }
            x[i] /= l[i * dimension + i];
        }
        for (int i = dimension - 1; i >= 0; i--) {
            for (int k = i + 1; k < dimension; k++) {
                x[i] -= l[k * dimension + i] * x[k];
            }
            x[i] /= l[i * dimension + i];
        }
        return x;
    }

    private final class Placed implements FoldedIn {
        private final int[] historyIndexes;
        private final float[] weights;
        private final double[] factorized;
        private final double[] user;

        Placed(int[] historyIndexes, float[] weights, double[] factorized, double[] user) {
            this.historyIndexes = historyIndexes;
            this.weights = weights;
            this.factorized = factorized;
            this.user = user;
        }

        @Override
        public int itemCount() {
            return ItemFactors.this.itemCount();
        }

        @Override
        public void scores(float[] scores) {
            for (int i = 0; i < itemCount(); i++) {
                scores[i] = (float) product(i, user);
            }
        }

        /** The user's factors are a sum over the history, so a score is one too: w[h] y[i] A^-1 y[h]. */
        @Override
        public float[] explain(int itemIndex) {
            double[] item = new double[dimension];
            for (int a = 0; a < dimension; a++) {
                item[a] = factors[itemIndex * dimension + a];
            }
            double[] solved = solve(factorized, item);
            float[] parts = new float[historyIndexes.length];
            for (int h = 0; h < parts.length; h++) {
                parts[h] = (float) (weights[h] * product(historyIndexes[h], solved));
            }
            return parts;
        }

        private double product(int itemIndex, double[] vector) {
            double sum = 0;
            for (int a = 0; a < dimension; a++) {
                sum += factors[itemIndex * dimension + a] * vector[a];
            }
            return sum;
        }
    }
}

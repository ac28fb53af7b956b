package movierec.learning.bridge;

import java.util.Arrays;
import movierec.learning.matrix.SparseRows;

/**
 * Titles of which both the facts and the factors are known.
 *
 * @param importance c, positive
 * @param targets titles x d, row-major
 */
record Known(SparseRows facts, float[] importance, float[] targets, int dimension) {
    int size() {
        return facts.rowCount();
    }

    Known part(int[] rows) {
        float[] partImportance = new float[rows.length];
        float[] partTargets = new float[rows.length * dimension];
        for (int n = 0; n < rows.length; n++) {
            partImportance[n] = importance[rows[n]];
            System.arraycopy(targets, rows[n] * dimension, partTargets, n * dimension, dimension);
        }
        return new Known(facts.rows(rows), partImportance, partTargets, dimension);
    }

    /** Factors by facts: mean + x M, titles x d; nothing but zeros when nothing is known. */
    float[] predict(SparseRows wanted, double regularization) {
        if (size() == 0) {
            return new float[wanted.rowCount() * dimension];
        }
        float[] mean = mean();
        float[] differences = new float[targets.length];
        for (int t = 0; t < targets.length; t++) {
            differences[t] = targets[t] - mean[t % dimension];
        }
        Ridge ridge = new Ridge(facts, importance, differences, dimension);
        float[] predicted = ridge.weighted(wanted, ridge.weights(regularization));
        for (int t = 0; t < predicted.length; t++) {
            predicted[t] += mean[t % dimension];
        }
        return predicted;
    }

    /** The mean of the targets by importance. */
    private float[] mean() {
        double[] sums = new double[dimension];
        double total = 0;
        for (int n = 0; n < size(); n++) {
            total += importance[n];
            for (int k = 0; k < dimension; k++) {
                sums[k] += importance[n] * targets[n * dimension + k];
            }
        }
        float[] mean = new float[dimension];
        for (int k = 0; k < dimension; k++) {
            mean[k] = (float) (sums[k] / total);
        }
        return mean;
    }

    /** Sum of squared differences by importance. */
    double error(float[] predicted) {
        double error = 0;
        for (int t = 0; t < targets.length; t++) {
            double difference = targets[t] - predicted[t];
            error += importance[t / dimension] * difference * difference;
        }
        return error;
    }

    /** Shortens rows that are longer than the median of the targets. */
    void quieten(float[] predicted) {
        if (size() == 0) {
            return;
        }
        double[] lengths = lengths(targets);
        Arrays.sort(lengths);
        double limit = lengths[lengths.length / 2];
        double[] predictedLengths = lengths(predicted);
        for (int t = 0; t < predicted.length; t++) {
            double length = predictedLengths[t / dimension];
            predicted[t] *= length > limit ? (float) (limit / length) : 1;
        }
    }

    private double[] lengths(float[] rows) {
        double[] lengths = new double[rows.length / dimension];
        for (int t = 0; t < rows.length; t++) {
            lengths[t / dimension] += (double) rows[t] * rows[t];
        }
        return Arrays.stream(lengths).map(Math::sqrt).toArray();
    }
}

package movierec.learning;

import java.util.Arrays;
import java.util.Random;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.SparseRows;

/** Fold-in and alternating least squares as the paper writes them, in double precision and without haste. */
public final class ReadableFactors {
    private ReadableFactors() {}

    /** Trains factors by alternating least squares. */
    public static ItemFactors train(
            Interactions training, int dimension, ItemFactors.Loss loss, int epochs, long seed) {
        Random random = new Random(seed);
        double[][] items = new double[training.itemCount()][dimension];
        for (double[] item : items) {
            Arrays.setAll(item, a -> random.nextGaussian() * 0.1 / Math.sqrt(dimension));
        }
        for (int epoch = 0; epoch < epochs; epoch++) {
            double[][] users = solveAll(training.byUser(), items, loss);
            items = solveAll(training.byItem(), users, loss);
        }
        return new ItemFactors(dimension, flat(items), loss);
    }

    private static double[][] solveAll(SparseRows rows, double[][] others, ItemFactors.Loss loss) {
        double[][] gram = gram(others);
        double[][] solved = new double[rows.rowCount()][];
        for (int r = 0; r < solved.length; r++) {
            float[] ones = new float[rows.rowSize(r)];
            Arrays.fill(ones, 1);
            solved[r] = place(others, gram, others.length, loss, rows.columnIndexes(r), ones);
        }
        return solved;
    }

    /** (alpha0 G + sum of |w| y yt + ridge I)^-1 sum of w y. */
    static double[] place(
            double[][] items,
            double[][] gram,
            int trainedItems,
            ItemFactors.Loss loss,
            int[] history,
            float[] weights) {
        int dimension = gram.length;
        double[] b = new double[dimension];
        for (int h = 0; h < history.length; h++) {
            for (int a = 0; a < dimension; a++) {
                b[a] += weights[h] * items[history[h]][a];
            }
        }
        return solve(system(items, gram, trainedItems, loss, history, weights), b);
    }

    static double[][] system(
            double[][] items,
            double[][] gram,
            int trainedItems,
            ItemFactors.Loss loss,
            int[] history,
            float[] weights) {
        int dimension = gram.length;
        double[][] system = new double[dimension][dimension];
        double total = 0;
        for (float weight : weights) {
            total += Math.abs(weight);
        }
        for (int a = 0; a < dimension; a++) {
            for (int b = 0; b < dimension; b++) {
                system[a][b] = loss.unobservedWeight() * gram[a][b];
                for (int h = 0; h < history.length; h++) {
                    system[a][b] += Math.abs(weights[h]) * items[history[h]][a] * items[history[h]][b];
                }
            }
            system[a][a] += loss.ridge(total, trainedItems);
        }
        return system;
    }

    static double[][] gram(double[][] rows) {
        int dimension = rows[0].length;
        double[][] gram = new double[dimension][dimension];
        for (double[] row : rows) {
            for (int a = 0; a < dimension; a++) {
                for (int b = 0; b < dimension; b++) {
                    gram[a][b] += row[a] * row[b];
                }
            }
        }
        return gram;
    }

    /** Gaussian elimination with row exchange. */
    static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        double[] b = right.clone();
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k; i < size; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] row = a[k];
            a[k] = a[pivot];
            a[pivot] = row;
            double value = b[k];
            b[k] = b[pivot];
            b[pivot] = value;
            for (int i = k + 1; i < size; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j < size; j++) {
                    a[i][j] -= factor * a[k][j];
                }
                b[i] -= factor * b[k];
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            for (int j = k + 1; j < size; j++) {
                b[k] -= a[k][j] * b[j];
            }
            b[k] /= a[k][k];
        }
        return b;
    }

    static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int a = 0; a < one.length; a++) {
            sum += one[a] * other[a];
        }
        return sum;
    }

    static float[] flat(double[][] rows) {
        float[] flat = new float[rows.length * rows[0].length];
        for (int f = 0; f < flat.length; f++) {
            flat[f] = (float) rows[f / rows[0].length][f % rows[0].length];
        }
        return flat;
    }
}

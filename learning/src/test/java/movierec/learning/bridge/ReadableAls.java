package movierec.learning.bridge;

import java.util.Random;
import java.util.stream.IntStream;
import movierec.learning.ItemFactors;
import movierec.learning.ItemFactors.Loss;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.SparseRows;

/** Alternating least squares as one would write it down: for each row one small system, solved by elimination. */
record ReadableAls(int dimension, Loss loss, int iterations) {
    ItemFactors fit(Interactions training) {
        SparseRows byUser = training.byUser();
        SparseRows byItem = training.byItem();
        Random random = new Random(5);
        double[][] items = IntStream.range(0, training.itemCount())
                .mapToObj(i -> random.doubles(dimension)
                        .map(x -> (x - 0.5) / Math.sqrt(dimension))
                        .toArray())
                .toArray(double[][]::new);
        for (int n = 0; n < iterations; n++) {
            double[][] users = half(byUser, items);
            items = half(byItem, users);
        }
        float[] factors = new float[items.length * dimension];
        for (int i = 0; i < items.length; i++) {
            for (int k = 0; k < dimension; k++) {
                factors[i * dimension + k] = (float) items[i][k];
            }
        }
        return new ItemFactors(dimension, factors, loss);
    }

    private double[][] half(SparseRows rows, double[][] fixed) {
        double[][] gram = new double[dimension][dimension];
        for (double[] row : fixed) {
            add(gram, row, loss.unobservedWeight());
        }
        return IntStream.range(0, rows.rowCount())
                .parallel()
                .mapToObj(r -> {
                    double[][] system = new double[dimension][];
                    for (int a = 0; a < dimension; a++) {
                        system[a] = gram[a].clone();
                    }
                    double[] wanted = new double[dimension];
                    for (int p = rows.start(r); p < rows.end(r); p++) {
                        double[] row = fixed[rows.columnIndexAt(p)];
                        add(system, row, 1);
                        for (int a = 0; a < dimension; a++) {
                            wanted[a] += row[a];
                        }
                    }
                    for (int a = 0; a < dimension; a++) {
                        system[a][a] += loss.ridge(rows.rowSize(r), fixed.length);
                    }
                    return solved(system, wanted);
                })
                .toArray(double[][]::new);
    }

    private static void add(double[][] sum, double[] row, double weight) {
        for (int a = 0; a < row.length; a++) {
            for (int b = 0; b < row.length; b++) {
                sum[a][b] += weight * row[a] * row[b];
            }
        }
    }

    private static double[] solved(double[][] system, double[] wanted) {
        int n = wanted.length;
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                double factor = system[b][a] / system[a][a];
                for (int c = a; c < n; c++) {
                    system[b][c] -= factor * system[a][c];
                }
                wanted[b] -= factor * wanted[a];
            }
        }
        double[] x = new double[n];
        for (int a = n - 1; a >= 0; a--) {
            x[a] = wanted[a];
            for (int b = a + 1; b < n; b++) {
                x[a] -= system[a][b] * x[b];
            }
            x[a] /= system[a][a];
        }
        return x;
    }
}

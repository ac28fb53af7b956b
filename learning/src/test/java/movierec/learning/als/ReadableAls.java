package movierec.learning.als;

import java.util.Arrays;

/** iALS as the paper writes it, in double precision and without any care for speed. */
record ReadableAls(double alpha0, double lambda, double nu) {
    /** Users for given items, one row per user; with the matrix transposed, items for given users. */
    double[][] solved(double[][] confidences, double[][] fixed) {
        return Arrays.stream(confidences).map(row -> solvedRow(row, fixed)).toArray(double[][]::new);
    }

    private double[] solvedRow(double[] confidences, double[][] fixed) {
        int d = fixed[0].length;
        double[][] system = new double[d][d + 1];
        for (int j = 0; j < fixed.length; j++) {
            for (int a = 0; a < d; a++) {
                for (int b = 0; b < d; b++) {
                    system[a][b] += (alpha0 + confidences[j]) * fixed[j][a] * fixed[j][b];
                }
                system[a][d] += confidences[j] * fixed[j][a];
            }
        }
        for (int a = 0; a < d; a++) {
            system[a][a] += ridge(confidences, fixed.length);
        }
        return gaussian(system);
    }

    /** What the model makes small. */
    double loss(double[][] confidences, double[][] users, double[][] items) {
        double loss = 0;
        for (int u = 0; u < users.length; u++) {
            for (int i = 0; i < items.length; i++) {
                double score = product(users[u], items[i]);
                loss += confidences[u][i] * (score - 1) * (score - 1) + alpha0 * score * score;
            }
            loss += ridge(confidences[u], items.length) * product(users[u], users[u]);
        }
        double[][] byItem = transposed(confidences);
        for (int i = 0; i < items.length; i++) {
            loss += ridge(byItem[i], users.length) * product(items[i], items[i]);
        }
        return loss;
    }

    private double ridge(double[] confidences, int others) {
        return lambda * Math.pow(Arrays.stream(confidences).sum() + alpha0 * others, nu);
    }

    static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][r] = rows[r][c];
            }
        }
        return columns;
    }

    private static double product(double[] first, double[] second) {
        double sum = 0;
        for (int a = 0; a < first.length; a++) {
            sum += first[a] * second[a];
        }
        return sum;
    }

    /** Gauss and Jordan; the matrix is positive definite, so no pivot needs to be looked for. */
    private static double[] gaussian(double[][] system) {
        int d = system.length;
        for (int pivot = 0; pivot < d; pivot++) {
            for (int r = 0; r < d; r++) {
                double factor = system[r][pivot] / system[pivot][pivot];
                for (int c = 0; c <= d && r != pivot; c++) {
                    system[r][c] -= factor * system[pivot][c];
                }
            }
        }
        double[] solution = new double[d];
        for (int a = 0; a < d; a++) {
            solution[a] = system[a][d] / system[a][a];
        }
        return solution;
    }
}

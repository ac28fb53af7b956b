package movierec.learning.ease;

/** EASE and EDLAE as the papers write them, in double precision and without any care for speed. */
final class ReadableEase {
    private ReadableEase() {}

    /** @param users users x items */
    static double[][] weights(float[][] users, double regularization, double dropout, Ease.Diagonal diagonal) {
        int n = users[0].length;
        double[][] gram = new double[n][n];
        for (float[] user : users) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    gram[i][j] += user[i] * user[j];
                }
            }
        }
        double[] penalties = new double[n];
        for (int i = 0; i < n; i++) {
            penalties[i] = dropout / (1 - dropout) * gram[i][i] + regularization;
            gram[i][i] += penalties[i];
        }
        double[][] p = inverse(gram);
        double[][] b = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double scale = diagonal == Ease.Diagonal.FREE ? penalties[j] : 1 / p[j][j];
                b[i][j] = i == j ? 0 : -p[i][j] * scale;
            }
        }
        return b;
    }

    /** Gauss and Jordan; the matrix is positive definite, so no pivot needs to be looked for. */
    private static double[][] inverse(double[][] a) {
        int n = a.length;
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            inverse[i][i] = 1;
        }
        for (int pivot = 0; pivot < n; pivot++) {
            double divisor = a[pivot][pivot];
            for (int c = 0; c < n; c++) {
                a[pivot][c] /= divisor;
                inverse[pivot][c] /= divisor;
            }
            for (int r = 0; r < n; r++) {
                double factor = a[r][pivot];
                for (int c = 0; c < n && r != pivot; c++) {
                    a[r][c] -= factor * a[pivot][c];
                    inverse[r][c] -= factor * inverse[pivot][c];
                }
            }
        }
        return inverse;
    }
}

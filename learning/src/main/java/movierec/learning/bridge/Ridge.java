package movierec.learning.bridge;

import java.util.stream.IntStream;
import movierec.learning.linear.Inverse;
import movierec.learning.linear.SquareMatrix;
import movierec.learning.matrix.SparseRows;

/**
 * Weighted ridge regression from sparse rows to several targets at once, in closed form: the weights M that make
 * sum over rows i of c[i] |y[i] - x[i] M|² + lambda |M|² least.
 *
 * <p>With fewer columns than rows by the normal equations, M = (Xᵀ C X + lambda I)⁻¹ Xᵀ C Y; otherwise by their dual, which
 * has a matrix of rows x rows, M = Xᵀ (X Xᵀ + lambda C⁻¹)⁻¹ Y. Both give the same weights.
 *
 * @param x rows x columns
 * @param importance c, positive, one per row
 * @param targets Y, rows x dimension, row-major
 */
record Ridge(SparseRows x, float[] importance, float[] targets, int dimension) {

    /**
     * Solves it.
     *
     * @param regularization lambda, positive
     * @return columns x dimension, row-major
     * @throws ArithmeticException when lambda is too small for single precision
     */
    float[] weights(double regularization) {
        return x.columnCount() <= x.rowCount() ? primal(regularization) : dual(regularization);
    }

    float[] primal(double regularization) {
        int columnCount = x.columnCount();
        SparseRows byColumn = x.transposed();
        try (SquareMatrix system = new SquareMatrix(columnCount)) {
            double[] wanted = new double[columnCount * dimension];
            IntStream.range(0, columnCount).parallel().forEach(f -> {
                float[] row = new float[columnCount];
                for (int q = byColumn.start(f); q < byColumn.end(f); q++) {
                    int i = byColumn.columnIndexAt(q);
                    float value = importance[i] * byColumn.valueAt(q);
                    addRow(x, i, value, row);
                    for (int k = 0; k < dimension; k++) {
                        wanted[f * dimension + k] += value * targets[i * dimension + k];
                    }
                }
                row[f] += (float) regularization;
                system.setRow(f, row);
            });
            Inverse.forSize(columnCount).invert(system);
            return product(system, wanted);
        }
    }

    float[] dual(double regularization) {
        int rowCount = x.rowCount();
        SparseRows byColumn = x.transposed();
        try (SquareMatrix system = new SquareMatrix(rowCount)) {
            IntStream.range(0, rowCount).parallel().forEach(i -> {
                float[] row = new float[rowCount];
                for (int p = x.start(i); p < x.end(i); p++) {
                    addRow(byColumn, x.columnIndexAt(p), x.valueAt(p), row);
                }
                row[i] += (float) (regularization / importance[i]);
                system.setRow(i, row);
            });
            Inverse.forSize(rowCount).invert(system);
            double[] wanted = new double[targets.length];
            for (int t = 0; t < targets.length; t++) {
                wanted[t] = targets[t];
            }
            return weighted(byColumn, product(system, wanted));
        }
    }

    private static void addRow(SparseRows rows, int rowIndex, float times, float[] sum) {
        for (int p = rows.start(rowIndex); p < rows.end(rowIndex); p++) {
            sum[rows.columnIndexAt(p)] += times * rows.valueAt(p);
        }
    }

    /** A square matrix times size x dimension. */
    private float[] product(SquareMatrix matrix, double[] right) {
        float[] product = new float[right.length];
        IntStream.range(0, matrix.size()).parallel().forEach(r -> {
            float[] row = matrix.row(r);
            double[] sum = new double[dimension];
            for (int c = 0; c < row.length; c++) {
                for (int k = 0; k < dimension; k++) {
                    sum[k] += row[c] * right[c * dimension + k];
                }
            }
            for (int k = 0; k < dimension; k++) {
                product[r * dimension + k] = (float) sum[k];
            }
        });
        return product;
    }

    /** Rows times dense rows, such as what titles with these facts are predicted to have. */
    float[] weighted(SparseRows rows, float[] dense) {
        float[] sums = new float[rows.rowCount() * dimension];
        IntStream.range(0, rows.rowCount()).parallel().forEach(r -> {
            for (int p = rows.start(r); p < rows.end(r); p++) {
                int from = rows.columnIndexAt(p) * dimension;
                for (int k = 0; k < dimension; k++) {
                    sums[r * dimension + k] += rows.valueAt(p) * dense[from + k];
                }
            }
        });
        return sums;
    }
}

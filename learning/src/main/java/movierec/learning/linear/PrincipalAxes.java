package movierec.learning.linear;

import java.util.stream.IntStream;

/**
 * The axes along which a symmetric matrix only stretches: its eigenvectors and eigenvalues, by Jacobi's method in double
 * precision, which turns two axes at a time until nothing is left beside the diagonal.
 *
 * <p>Costs about 10 sweeps of 6 n³ floating point operations.
 */
public final class PrincipalAxes {
    private static final int MAX_SWEEPS = 30;
    private static final double NEGLIGIBLE = 1e-10;

    private final int size;
    private final double[] matrix;
    /** One axis per row. */
    private final double[] axes;

    /** @param matrix size x size, symmetric, row-major; used up */
    public PrincipalAxes(int size, double[] matrix) {
        this.size = size;
        this.matrix = matrix;
        axes = new double[size * size];
        for (int i = 0; i < size; i++) {
            axes[i * size + i] = 1;
        }
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += Math.abs(matrix[i * size + i]);
        }
        for (int sweep = 0; sweep < MAX_SWEEPS && beside() > NEGLIGIBLE * trace; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    turn(p, q, NEGLIGIBLE / size * trace);
                }
            }
        }
    }

    /** How much the matrix stretches along an axis. */
    public double stretch(int axisIndex) {
        return matrix[axisIndex * size + axisIndex];
    }

    /** One coordinate of a unit vector along the axis. */
    public double axis(int axisIndex, int coordinate) {
        return axes[axisIndex * size + coordinate];
    }

    /**
     * Brings rows into the coordinates of these axes, in place: R Q. Products between rows stay as they are.
     *
     * @param rows R, row-major, {@link PositiveSystem#stride} values per row
     */
    public void turn(float[] rows, int stride) {
        float[] turn = new float[size * stride];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                turn[a * stride + b] = (float) axis(b, a);
            }
        }
        int stripLength = TileProduct.TILE_ROWS * stride;
        IntStream.range(0, (rows.length + stripLength - 1) / stripLength)
                .parallel()
                .forEach(strip -> {
                    int first = strip * stripLength;
                    int length = Math.min(stripLength, rows.length - first);
                    float[] before = new float[stripLength];
                    System.arraycopy(rows, first, before, 0, length);
                    float[] after = new float[stripLength];
                    TileProduct.ofMatrices(after, before, turn, stride).addStrip(0, 0, size);
                    System.arraycopy(after, 0, rows, first, length);
                });
    }

    /** The root of the sum of squares beside the diagonal. */
    private double beside() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * matrix[i * size + j] * matrix[i * size + j];
            }
        }
        return Math.sqrt(sum);
    }

    /** Turns the axes p and q so that A[p][q] = 0 (G. Golub and C. Van Loan, Matrix computations, section 8.5). */
    private void turn(int p, int q, double negligible) {
        double offDiagonal = matrix[p * size + q];
        if (Math.abs(offDiagonal) <= negligible) {
            return;
        }
        double tau = (stretch(q) - stretch(p)) / (2 * offDiagonal);
        double tangent = Math.copySign(1, tau) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        turnRows(matrix, p, q, cosine, sine);
        turnRows(axes, p, q, cosine, sine);
        for (int i = 0; i < size; i++) {
            double first = matrix[i * size + p];
            double second = matrix[i * size + q];
            matrix[i * size + p] = cosine * first - sine * second;
            matrix[i * size + q] = sine * first + cosine * second;
        }
    }

    private void turnRows(double[] rows, int p, int q, double cosine, double sine) {
        int firstRow = p * size;
        int secondRow = q * size;
        for (int i = 0; i < size; i++) {
            double first = rows[firstRow + i];
            double second = rows[secondRow + i];
            rows[firstRow + i] = cosine * first - sine * second;
            rows[secondRow + i] = sine * first + cosine * second;
        }
    }
}

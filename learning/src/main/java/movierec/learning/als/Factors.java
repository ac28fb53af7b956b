package movierec.learning.als;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import movierec.learning.linear.Gram;
import movierec.learning.linear.PositiveSystem;
import movierec.learning.linear.PrincipalAxes;

/**
 * One vector of factors per row, with room behind each so that rows begin at the border of a register.
 *
 * @param dimension d
 * @param stride how many values a row takes; those beyond d are zero
 * @param values rows x stride, row-major; shared with the half-steps, which write rows
 */
record Factors(int dimension, int stride, float[] values) {
    /** All zero. */
    static Factors zero(int rowCount, int dimension) {
        int stride = PositiveSystem.stride(dimension);
        return new Factors(dimension, stride, new float[Math.multiplyExact(rowCount, stride)]);
    }

    /** Independent normal values around zero. */
    static Factors normal(int rowCount, int dimension, double deviation, RandomGenerator random) {
        Factors factors = zero(rowCount, dimension);
        for (int r = 0; r < rowCount; r++) {
            for (int a = 0; a < dimension; a++) {
                factors.values[factors.start(r) + a] = (float) (deviation * random.nextGaussian());
            }
        }
        return factors;
    }

    int rowCount() {
        return values.length / stride;
    }

    /** Where a row begins. */
    int start(int rowIndex) {
        return rowIndex * stride;
    }

    /** d x d. */
    double[] gram() {
        return Gram.of(values, dimension, stride);
    }

    /** Turns the vectors into the coordinates of other axes: F Q. Products between them stay as they are. */
    void turn(PrincipalAxes axes) {
        axes.turn(values, stride);
    }

    /** Without the room between rows. */
    float[] compact() {
        float[] compact = new float[rowCount() * dimension];
        for (int r = 0; r < rowCount(); r++) {
            System.arraycopy(values, start(r), compact, r * dimension, dimension);
        }
        return compact;
    }

    /** One row becomes zero. */
    void clear(int rowIndex) {
        Arrays.fill(values, start(rowIndex), start(rowIndex + 1), 0);
    }
}

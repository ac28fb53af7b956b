package movierec.vectors;

import java.util.Collection;
import movierec.vector.TitleVector;

/** What may be put into an index. */
final class VectorChecks {
    /** Vectors that were kept with less precision are not of length 1 to the last digit. */
    private static final double TOLERANCE = 0.01;

    private VectorChecks() {}

    static void check(Collection<TitleVector> vectors, int dimensions) {
        for (TitleVector vector : vectors) {
            float[] values = vector.values();
            double squares = 0;
            for (float value : values) {
                squares += value * value;
            }
            boolean isUnit = Math.abs(squares - 1) < TOLERANCE;
            if (values.length != dimensions || !isUnit) {
                throw new IllegalArgumentException("The vector of " + vector.titleId() + " has " + values.length
                        + " numbers and squared length " + squares + "; here it is " + dimensions + " numbers and 1");
            }
        }
    }
}

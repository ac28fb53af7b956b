package movierec.learning.linear;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Multiples and products of rows of floats, several numbers at a time.
 *
 * @param length how many values a row has: a {@link PositiveSystem#stride}
 */
public record RowMultiples(int length) {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    public RowMultiples {
        if (length % LANES.length() != 0) {
            throw new IllegalArgumentException("A row of " + length + " values fills no registers");
        }
    }

    /** target[to + a] = factor * source[from + a]. */
    public void set(float[] target, int to, float factor, float[] source, int from) {
        for (int a = 0; a < length; a += LANES.length()) {
            FloatVector.fromArray(LANES, source, from + a).mul(factor).intoArray(target, to + a);
        }
    }

    /** target[to + a] += factor * source[from + a]. */
    public void add(float[] target, int to, float factor, float[] source, int from) {
        FloatVector factors = FloatVector.broadcast(LANES, factor);
        for (int a = 0; a < length; a += LANES.length()) {
            FloatVector.fromArray(LANES, source, from + a)
                    .fma(factors, FloatVector.fromArray(LANES, target, to + a))
                    .intoArray(target, to + a);
        }
    }

    /** The sum of first[a] * second[a]. */
    public float product(float[] first, int firstStart, float[] second, int secondStart) {
        FloatVector sum = FloatVector.zero(LANES);
        for (int a = 0; a < length; a += LANES.length()) {
            sum = FloatVector.fromArray(LANES, first, firstStart + a)
                    .fma(FloatVector.fromArray(LANES, second, secondStart + a), sum);
        }
        return LaneSum.of(sum);
    }
}

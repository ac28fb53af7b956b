package movierec.vectors;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Several numbers at a time, and four rows for each load of the query. */
final class SimdProducts implements Products {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    @Override
    public void compute(float[] rows, int rowCount, float[] query, float[] into) {
        int row = 0;
        for (; row + 4 <= rowCount; row += 4) {
            fourRows(rows, row, query, into);
        }
        for (; row < rowCount; row++) {
            oneRow(rows, row, query, into);
        }
    }

    private static void fourRows(float[] rows, int row, float[] query, float[] into) {
        int length = query.length;
        int first = row * length;
        FloatVector sum0 = FloatVector.zero(LANES);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        int i = 0;
        for (; i <= length - LANES.length(); i += LANES.length()) {
            FloatVector part = FloatVector.fromArray(LANES, query, i);
            sum0 = FloatVector.fromArray(LANES, rows, first + i).fma(part, sum0);
            sum1 = FloatVector.fromArray(LANES, rows, first + length + i).fma(part, sum1);
            sum2 = FloatVector.fromArray(LANES, rows, first + 2 * length + i).fma(part, sum2);
            sum3 = FloatVector.fromArray(LANES, rows, first + 3 * length + i).fma(part, sum3);
        }
        into[row] = sum0.reduceLanes(VectorOperators.ADD) + rest(rows, first, query, i);
        into[row + 1] = sum1.reduceLanes(VectorOperators.ADD) + rest(rows, first + length, query, i);
        into[row + 2] = sum2.reduceLanes(VectorOperators.ADD) + rest(rows, first + 2 * length, query, i);
        into[row + 3] = sum3.reduceLanes(VectorOperators.ADD) + rest(rows, first + 3 * length, query, i);
    }

    private static void oneRow(float[] rows, int row, float[] query, float[] into) {
        int first = row * query.length;
        FloatVector sum = FloatVector.zero(LANES);
        int i = 0;
        for (; i <= query.length - LANES.length(); i += LANES.length()) {
            FloatVector part = FloatVector.fromArray(LANES, query, i);
            sum = FloatVector.fromArray(LANES, rows, first + i).fma(part, sum);
        }
        into[row] = sum.reduceLanes(VectorOperators.ADD) + rest(rows, first, query, i);
    }

    /** What is left when the length is no multiple of the register's. */
    private static float rest(float[] rows, int first, float[] query, int from) {
        float sum = 0;
        for (int i = from; i < query.length; i++) {
            sum += rows[first + i] * query[i];
        }
        return sum;
    }
}

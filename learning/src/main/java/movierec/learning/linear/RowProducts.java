package movierec.learning.linear;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of products of two rows of one matrix, several numbers at a time. */
final class RowProducts {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    /** From {@code first} up to but not including {@code end}. */
    record Range(int first, int end) {}

    private RowProducts() {}

    /** The sum over k of a[i][k] a[j][k]. */
    static float product(SquareMatrix a, int i, int j, int first, int end) {
        int k = first;
        float sum = 0;
        if (end - first >= LANES.length()) {
            FloatVector lanes = FloatVector.zero(LANES);
            for (; k <= end - LANES.length(); k += LANES.length()) {
                lanes = load(a, i, k).fma(load(a, j, k), lanes);
            }
            sum = LaneSum.of(lanes);
        }
        for (; k < end; k++) {
            sum += a.get(i, k) * a.get(j, k);
        }
        return sum;
    }

    /** a[i][j] += sign * (sum over k of a[i][k] a[j][k]) for all i of rows and j of columns. */
    static void add(SquareMatrix a, float sign, Range rows, Range columns, Range summed) {
        if (summed.first >= summed.end) {
            return;
        }
        int i = rows.first;
        for (; i + 2 <= rows.end; i += 2) {
            int j = columns.first;
            for (; j + 4 <= columns.end; j += 4) {
                addTile(a, sign, i, j, summed);
            }
            addEach(a, sign, new Range(i, i + 2), new Range(j, columns.end), summed);
        }
        addEach(a, sign, new Range(i, rows.end), columns, summed);
    }

    private static void addEach(SquareMatrix a, float sign, Range rows, Range columns, Range summed) {
        for (int i = rows.first; i < rows.end; i++) {
            for (int j = columns.first; j < columns.end; j++) {
                a.set(i, j, a.get(i, j) + sign * product(a, i, j, summed.first, summed.end));
            }
        }
    }

    /** Two rows by four columns: six loads serve eight products. */
    private static void addTile(SquareMatrix a, float sign, int i, int j, Range summed) {
        FloatVector sum00 = FloatVector.zero(LANES);
        FloatVector sum01 = sum00;
        FloatVector sum02 = sum00;
        FloatVector sum03 = sum00;
        FloatVector sum10 = sum00;
        FloatVector sum11 = sum00;
        FloatVector sum12 = sum00;
        FloatVector sum13 = sum00;
        int k = summed.first;
        for (; k <= summed.end - LANES.length(); k += LANES.length()) {
            FloatVector row0 = load(a, i, k);
            FloatVector row1 = load(a, i + 1, k);
            FloatVector column = load(a, j, k);
            sum00 = row0.fma(column, sum00);
            sum10 = row1.fma(column, sum10);
            column = load(a, j + 1, k);
            sum01 = row0.fma(column, sum01);
            sum11 = row1.fma(column, sum11);
            column = load(a, j + 2, k);
            sum02 = row0.fma(column, sum02);
            sum12 = row1.fma(column, sum12);
            column = load(a, j + 3, k);
            sum03 = row0.fma(column, sum03);
            sum13 = row1.fma(column, sum13);
        }
        Range rest = new Range(k, summed.end);
        put(a, sign, i, j, sum00, rest);
        put(a, sign, i, j + 1, sum01, rest);
        put(a, sign, i, j + 2, sum02, rest);
        put(a, sign, i, j + 3, sum03, rest);
        put(a, sign, i + 1, j, sum10, rest);
        put(a, sign, i + 1, j + 1, sum11, rest);
        put(a, sign, i + 1, j + 2, sum12, rest);
        put(a, sign, i + 1, j + 3, sum13, rest);
    }

    private static void put(SquareMatrix a, float sign, int i, int j, FloatVector sum, Range rest) {
        float total = LaneSum.of(sum);
        for (int k = rest.first; k < rest.end; k++) {
            total += a.get(i, k) * a.get(j, k);
        }
        a.set(i, j, a.get(i, j) + sign * total);
    }

    private static FloatVector load(SquareMatrix a, int rowIndex, int columnIndex) {
        MemorySegment values = a.segment();
        return FloatVector.fromMemorySegment(LANES, values, a.place(rowIndex, columnIndex) * Float.BYTES, ORDER);
    }
}

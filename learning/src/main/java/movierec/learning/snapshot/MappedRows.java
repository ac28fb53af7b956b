package movierec.learning.snapshot;

import java.lang.foreign.MemorySegment;
import movierec.learning.matrix.WeightRows;

/**
 * Item weights in a mapped file: rows that no history asks for never take memory.
 *
 * @param offsets where each row begins, and where the last one ends
 * @param columns two bytes per entry
 * @param halves half-precision weights, two bytes per entry
 */
record MappedRows(int[] offsets, MemorySegment columns, MemorySegment halves) implements WeightRows {
    @Override
    public int rowCount() {
        return offsets.length - 1;
    }

    @Override
    public int columnCount() {
        return rowCount();
    }

    @Override
    public int size() {
        return offsets[rowCount()];
    }

    @Override
    public int start(int rowIndex) {
        return offsets[rowIndex];
    }

    @Override
    public int end(int rowIndex) {
        return offsets[rowIndex + 1];
    }

    @Override
    public int columnIndexAt(int position) {
        return columns.get(Format.INDEX, 2L * position);
    }

    @Override
    public float valueAt(int position) {
        return Float.float16ToFloat(halves.get(Format.HALF, 2L * position));
    }
}

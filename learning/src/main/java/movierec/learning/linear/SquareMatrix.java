package movierec.learning.linear;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;

/**
 * A dense square matrix of floats, row-major, outside the Java heap so that native code works in place and no heap limit
 * stands in the way: 20,000 rows take 1.6 GB. Threads may work on different rows at once.
 */
public final class SquareMatrix implements AutoCloseable {
    private static final long ALIGNMENT_BYTES = 64;

    private final int size;
    private final Arena arena;
    private final MemorySegment values;

    /** All zero. */
    public SquareMatrix(int size) {
        this.size = size;
        arena = Arena.ofShared();
        values = arena.allocate((long) size * size * Float.BYTES, ALIGNMENT_BYTES);
    }

    public int size() {
        return size;
    }

    public float get(int rowIndex, int columnIndex) {
        return values.getAtIndex(ValueLayout.JAVA_FLOAT, place(rowIndex, columnIndex));
    }

    public void set(int rowIndex, int columnIndex, float value) {
        values.setAtIndex(ValueLayout.JAVA_FLOAT, place(rowIndex, columnIndex), value);
    }

    public void setRow(int rowIndex, float[] row) {
        MemorySegment.copy(row, 0, values, ValueLayout.JAVA_FLOAT, place(rowIndex, 0) * Float.BYTES, size);
    }

    /** A copy of one row. */
    public float[] row(int rowIndex) {
        float[] row = new float[size];
        MemorySegment.copy(values, ValueLayout.JAVA_FLOAT, place(rowIndex, 0) * Float.BYTES, row, 0, size);
        return row;
    }

    /** Copies what lies below the diagonal to above it. */
    void mirrorLower() {
        int block = 64;
        IntStream.range(0, (size + block - 1) / block).parallel().forEach(b -> {
            int first = b * block;
            // Block by block, because writing down a column touches a new cache line each time.
            for (int start = 0; start <= first; start += block) {
                for (int i = first; i < Math.min(size, first + block); i++) {
                    for (int j = start; j < Math.min(i, start + block); j++) {
                        set(j, i, get(i, j));
                    }
                }
            }
        });
    }

    /** All values, row after row. */
    MemorySegment segment() {
        return values;
    }

    /** The number of the value within {@link #segment()}. */
    long place(int rowIndex, int columnIndex) {
        return (long) rowIndex * size + columnIndex;
    }

    @Override
    public void close() {
        arena.close();
    }
}

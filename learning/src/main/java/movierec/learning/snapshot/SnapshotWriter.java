package movierec.learning.snapshot;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import movierec.learning.matrix.SparseRows;

/** Writes a trained item-item model. */
public final class SnapshotWriter {
    private SnapshotWriter() {}

    /**
     * Writes the whole file; weights are rounded to half precision.
     *
     * @param properties what is known of the model; no key may contain {@code =} and nothing a line break
     * @param itemIds outside id per item index
     * @param weights items x items
     */
    public static void write(
            WritableByteChannel channel, Map<String, String> properties, long[] itemIds, SparseRows weights)
            throws IOException {
        if (itemIds.length != weights.rowCount() || itemIds.length > Layout.MAX_ITEMS) {
            throw new IllegalArgumentException(itemIds.length + " ids for " + weights.rowCount()
                    + " rows; a snapshot holds up to " + Layout.MAX_ITEMS + " items");
        }
        byte[] lines = lines(properties);
        Layout layout = new Layout(lines.length, itemIds.length, weights.size());
        try (Arena arena = Arena.ofConfined()) {
            // Built in memory and not in a mapping: a full disk must end in an exception, not in a signal.
            MemorySegment file = arena.allocate(layout.fileBytes());
            writeHeader(file, layout);
            MemorySegment.copy(lines, 0, file, ValueLayout.JAVA_BYTE, layout.properties(), lines.length);
            for (int i = 0; i < itemIds.length; i++) {
                file.set(Layout.LONG, layout.itemIds() + (long) i * Long.BYTES, itemIds[i]);
            }
            writeRows(file, layout, weights);
            file.set(Layout.INT, layout.checksum(), layout.checksumOf(file));
            ByteBuffer bytes = file.asByteBuffer();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static void writeHeader(MemorySegment file, Layout layout) {
        file.set(Layout.LONG, 0, Layout.MAGIC);
        file.set(Layout.INT, Layout.FORMAT_VERSION_PLACE, Layout.FORMAT_VERSION);
        file.set(Layout.INT, Layout.PROPERTY_BYTES_PLACE, layout.propertyBytes());
        file.set(Layout.INT, Layout.ITEM_COUNT_PLACE, layout.itemCount());
        file.set(Layout.INT, Layout.WEIGHT_COUNT_PLACE, layout.weightCount());
        file.set(Layout.LONG, Layout.FILE_BYTES_PLACE, layout.fileBytes());
    }

    private static void writeRows(MemorySegment file, Layout layout, SparseRows weights) {
        for (int i = 0; i < weights.rowCount(); i++) {
            file.set(Layout.INT, layout.rowOffsets() + (i + 1L) * Integer.BYTES, weights.end(i));
        }
        for (int p = 0; p < weights.size(); p++) {
            file.set(Layout.INDEX, layout.indexes() + (long) p * Character.BYTES, (char) weights.columnIndexAt(p));
            short half = Float.floatToFloat16(weights.valueAt(p));
            file.set(Layout.WEIGHT, layout.weights() + (long) p * Short.BYTES, half);
        }
    }

    private static byte[] lines(Map<String, String> properties) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(properties).forEach((key, value) -> {
            if (key.contains("=") || key.contains("\n") || value.contains("\n")) {
                throw new IllegalArgumentException("A property fits on one line key=value, not " + key);
            }
            lines.append(key).append('=').append(value).append('\n');
        });
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}

package movierec.learning.snapshot;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An open snapshot file, read through a memory mapping: what is never asked for never takes memory. Immutable and
 * thread-safe; the mapping goes away once nothing refers to it, so a model may be replaced while it answers.
 */
public final class Snapshot {
    private final MemorySegment file;
    private final Layout layout;

    private Snapshot(MemorySegment file, Layout layout) {
        this.file = file;
        this.layout = layout;
    }

    /**
     * Opens a file and checks it whole.
     *
     * @throws BadSnapshot when it is damaged, cut short, of a newer format, or something else altogether
     */
    public static Snapshot open(Path path) throws IOException, BadSnapshot {
        try (FileChannel channel = FileChannel.open(path)) {
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
            return new Snapshot(file, check(file));
        }
    }

    private static Layout check(MemorySegment file) throws BadSnapshot {
        if (file.byteSize() < Layout.HEADER_BYTES || file.get(Layout.LONG, 0) != Layout.MAGIC) {
            throw new BadSnapshot("is not a model snapshot");
        }
        int formatVersion = file.get(Layout.INT, Layout.FORMAT_VERSION_PLACE);
        if (formatVersion != Layout.FORMAT_VERSION) {
            throw new BadSnapshot("has format " + formatVersion + ", this program reads " + Layout.FORMAT_VERSION
                    + ": update MovieRec or train again");
        }
        Layout layout = new Layout(
                file.get(Layout.INT, Layout.PROPERTY_BYTES_PLACE),
                file.get(Layout.INT, Layout.ITEM_COUNT_PLACE),
                file.get(Layout.INT, Layout.WEIGHT_COUNT_PLACE));
        boolean isPlausible = layout.propertyBytes() >= 0
                && layout.itemCount() >= 0
                && layout.itemCount() <= Layout.MAX_ITEMS
                && layout.weightCount() >= 0
                && file.get(Layout.LONG, Layout.FILE_BYTES_PLACE) == layout.fileBytes();
        if (!isPlausible) {
            throw new BadSnapshot("is damaged: its header contradicts itself");
        }
        if (file.byteSize() != layout.fileBytes()) {
            throw new BadSnapshot("is cut short: " + file.byteSize() + " of " + layout.fileBytes() + " bytes");
        }
        if (layout.checksumOf(file) != file.get(Layout.INT, layout.checksum())) {
            throw new BadSnapshot("is damaged: its checksum does not match");
        }
        return layout;
    }

    /** What is known of the model. */
    public Map<String, String> properties() {
        byte[] bytes = file.asSlice(layout.properties(), layout.propertyBytes()).toArray(ValueLayout.JAVA_BYTE);
        Map<String, String> properties = new LinkedHashMap<>();
        new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> {
            int equals = line.indexOf('=');
            properties.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return properties;
    }

    public int itemCount() {
        return layout.itemCount();
    }

    /** The outside id of an item. */
    public long itemId(int itemIndex) {
        return file.get(Layout.LONG, layout.itemIds() + (long) itemIndex * Long.BYTES);
    }

    /** Adds weight times the item's row to the scores. */
    public void addRow(int itemIndex, float weight, float[] scores) {
        long indexes = layout.indexes();
        long weights = layout.weights();
        int end = end(itemIndex);
        for (int p = start(itemIndex); p < end; p++) {
            int columnIndex = file.get(Layout.INDEX, indexes + (long) p * Character.BYTES);
            short half = file.get(Layout.WEIGHT, weights + (long) p * Short.BYTES);
            scores[columnIndex] += weight * Float.float16ToFloat(half);
        }
    }

    /** The weight that leads from one item to another, 0 where none was kept. */
    public float weight(int rowIndex, int columnIndex) {
        int low = start(rowIndex);
        int high = end(rowIndex) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = file.get(Layout.INDEX, layout.indexes() + (long) middle * Character.BYTES);
            if (found == columnIndex) {
                return Float.float16ToFloat(file.get(Layout.WEIGHT, layout.weights() + (long) middle * Short.BYTES));
            }
            if (found < columnIndex) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return 0;
    }

    private int start(int itemIndex) {
        return file.get(Layout.INT, layout.rowOffsets() + (long) itemIndex * Integer.BYTES);
    }

    private int end(int itemIndex) {
        return start(itemIndex + 1);
    }
}

package movierec.learning.snapshot;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import movierec.learning.FittedEnsemble;

/**
 * An open snapshot file. Item weights are read through a memory mapping: what is never asked for never takes memory. Item
 * factors, which every answer needs all of, are on the heap. Immutable and thread-safe; the mapping goes away once nothing
 * refers to it, so a model may be replaced while it answers.
 */
public final class Snapshot {
    private final Map<String, String> properties;
    private final long[] itemIds;
    private final int[] support;
    private final FittedEnsemble ensemble;

    Snapshot(Map<String, String> properties, long[] itemIds, int[] support, FittedEnsemble ensemble) {
        this.properties = Map.copyOf(properties);
        this.itemIds = itemIds;
        this.support = support;
        this.ensemble = ensemble;
    }

    /**
     * Opens a file and checks it whole.
     *
     * @throws BadSnapshot when it is damaged, cut short, of a newer format, or something else altogether
     */
    public static Snapshot open(Path path) throws IOException, BadSnapshot {
        try (FileChannel channel = FileChannel.open(path)) {
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
            check(file);
            return SnapshotReader.read(file);
        }
    }

    private static void check(MemorySegment file) throws BadSnapshot {
        long bytes = file.byteSize();
        if (bytes < Format.HEADER_BYTES + Format.CHECKSUM_BYTES || file.get(Format.LONG, 0) != Format.MAGIC) {
            throw new BadSnapshot("is not a model snapshot");
        }
        int version = file.get(Format.INT, Format.FORMAT_VERSION_PLACE);
        if (version < Format.ITEM_WEIGHTS_ONLY || version > Format.VERSION) {
            throw new BadSnapshot("has format " + version + ", this program reads up to " + Format.VERSION
                    + ": update MovieRec or train again");
        }
        long wholeBytes = file.get(Format.LONG, Format.FILE_BYTES_PLACE);
        if (bytes != wholeBytes) {
            throw new BadSnapshot("is cut short or damaged: it has " + bytes + " of " + wholeBytes + " bytes");
        }
        if (Format.checksum(file) != file.get(Format.INT, bytes - Format.CHECKSUM_BYTES)) {
            throw new BadSnapshot("is damaged: its checksum does not match");
        }
    }

    /** What is known of the model. */
    public Map<String, String> properties() {
        return properties;
    }

    public int itemCount() {
        return itemIds.length;
    }

    /** The outside id of an item. */
    public long itemId(int itemIndex) {
        return itemIds[itemIndex];
    }

    /** How many users the item had in training; 0 when its factors were predicted from content. */
    public int support(int itemIndex) {
        return support[itemIndex];
    }

    public FittedEnsemble ensemble() {
        return ensemble;
    }
}

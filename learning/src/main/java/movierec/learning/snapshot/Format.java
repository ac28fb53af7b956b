package movierec.learning.snapshot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** What writer and reader of snapshots agree on; the whole format is described in {@code docs/model-snapshots.md}. */
final class Format {
    static final long MAGIC = 0x314c_444d_4352_564dL; // "MVRCMDL1" in the order of bytes
    static final int VERSION = 2;
    /** The first format: one member, item weights, in an order of its own. */
    static final int ITEM_WEIGHTS_ONLY = 1;

    static final int HEADER_BYTES = 32;
    static final int CHECKSUM_BYTES = 4;
    /** Item indexes take two bytes. */
    static final int MAX_ITEMS = 1 << 16;

    static final int ITEM_WEIGHTS = 1;
    static final int ITEM_FACTORS = 2;
    static final int RECENT_ITEM_WEIGHTS = 3;

    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfChar INDEX = ValueLayout.JAVA_CHAR_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfShort HALF = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    static final long FORMAT_VERSION_PLACE = 8;
    static final long PROPERTY_BYTES_PLACE = 12;
    static final long ITEM_COUNT_PLACE = 16;
    /** Members, or weights in the first format. */
    static final long COUNT_PLACE = 20;

    static final long FILE_BYTES_PLACE = 24;

    private static final long CHUNK_BYTES = 1 << 26;

    private Format() {}

    /** CRC32C of everything but the checksum at the end. */
    static int checksum(MemorySegment file) {
        CRC32C crc = new CRC32C();
        long end = file.byteSize() - CHECKSUM_BYTES;
        for (long place = 0; place < end; place += CHUNK_BYTES) {
            crc.update(file.asSlice(place, Math.min(CHUNK_BYTES, end - place)).asByteBuffer());
        }
        return (int) crc.getValue();
    }
}

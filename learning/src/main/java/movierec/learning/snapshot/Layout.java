package movierec.learning.snapshot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Where everything lies in a snapshot file: format version 1, little-endian, described in {@code docs/model-snapshots.md}.
 *
 * @param propertyBytes length of the properties
 * @param itemCount rows
 * @param weightCount entries of all rows
 */
record Layout(int propertyBytes, int itemCount, int weightCount) {
    static final long MAGIC = 0x314c_444d_4352_564dL; // "MVRCMDL1" in the order of bytes
    static final int FORMAT_VERSION = 1;
    static final int HEADER_BYTES = 32;
    /** Item indexes take two bytes. */
    static final int MAX_ITEMS = 1 << 16;

    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfChar INDEX = ValueLayout.JAVA_CHAR_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfShort WEIGHT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    static final long FORMAT_VERSION_PLACE = 8;
    static final long PROPERTY_BYTES_PLACE = 12;
    static final long ITEM_COUNT_PLACE = 16;
    static final long WEIGHT_COUNT_PLACE = 20;
    static final long FILE_BYTES_PLACE = 24;

    long properties() {
        return HEADER_BYTES;
    }

    long itemIds() {
        return properties() + propertyBytes;
    }

    long rowOffsets() {
        return itemIds() + (long) itemCount * Long.BYTES;
    }

    long indexes() {
        return rowOffsets() + (itemCount + 1L) * Integer.BYTES;
    }

    long weights() {
        return indexes() + (long) weightCount * Character.BYTES;
    }

    long checksum() {
        return weights() + (long) weightCount * Short.BYTES;
    }

    long fileBytes() {
        return checksum() + Integer.BYTES;
    }

    /** CRC32C of everything before the checksum. */
    int checksumOf(MemorySegment file) {
        CRC32C crc = new CRC32C();
        crc.update(file.asSlice(0, checksum()).asByteBuffer());
        return (int) crc.getValue();
    }
}

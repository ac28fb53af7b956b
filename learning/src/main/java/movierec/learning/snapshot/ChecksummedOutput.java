package movierec.learning.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32C;

/** Writes little-endian numbers through a small buffer, and at the end the CRC32C of them all. */
final class ChecksummedOutput {
    private static final int BUFFER_BYTES = 1 << 16;

    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C crc = new CRC32C();
    private long written;

    ChecksummedOutput(WritableByteChannel channel) {
        this.channel = channel;
    }

    void putInt(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    void putLong(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    void putFloat(float value) throws IOException {
        room(Float.BYTES).putFloat(value);
    }

    void putDouble(double value) throws IOException {
        room(Double.BYTES).putDouble(value);
    }

    void putIndex(int itemIndex) throws IOException {
        room(Character.BYTES).putChar((char) itemIndex);
    }

    void putHalf(short half) throws IOException {
        room(Short.BYTES).putShort(half);
    }

    void putBytes(byte[] bytes) throws IOException {
        for (byte one : bytes) {
            room(1).put(one);
        }
    }

    /** Writes the checksum and what is still in the buffer. */
    void finish(long expectedBytes) throws IOException {
        flush();
        putInt((int) crc.getValue());
        flush();
        if (written != expectedBytes) {
            throw new IllegalStateException(written + " bytes written, not " + expectedBytes);
        }
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        crc.update(buffer.duplicate());
        written += buffer.remaining();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}

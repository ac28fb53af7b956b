package movierec.server.http;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Compresses whole answers (RFC 1952) with a few compressors that are kept: making one costs more than using it. */
final class Gzip {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int TRAILER_BYTES = 8;

    /** JSON shrinks nearly as well at the fastest levels, in a fraction of the time. */
    private static final int LEVEL = 2;

    private static final BlockingQueue<Deflater> IDLE = new ArrayBlockingQueue<>(16);

    private Gzip() {}

    static byte[] compress(byte[] bytes) {
        Deflater idle = IDLE.poll();
        Deflater deflater = idle != null ? idle : new Deflater(LEVEL, true);
        byte[] out = new byte[HEADER.length + bytes.length / 2 + 64 + TRAILER_BYTES];
        System.arraycopy(HEADER, 0, out, 0, HEADER.length);
        int length = HEADER.length;
        deflater.setInput(bytes);
        deflater.finish();
        while (!deflater.finished()) {
            if (out.length - length <= TRAILER_BYTES) {
                out = Arrays.copyOf(out, out.length * 2);
            }
            length += deflater.deflate(out, length, out.length - length - TRAILER_BYTES);
        }
        deflater.reset();
        if (!IDLE.offer(deflater)) {
            deflater.end();
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        length = littleEndian(out, length, (int) crc.getValue());
        length = littleEndian(out, length, bytes.length);
        return Arrays.copyOf(out, length);
    }

    private static int littleEndian(byte[] out, int at, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            out[at + i] = (byte) (value >>> (8 * i));
        }
        return at + Integer.BYTES;
    }
}

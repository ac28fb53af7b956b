package movierec.catalogue.images;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A picture.
 *
 * @param bytes not to be changed
 * @param digest SHA-256 of the bytes, in hexadecimal digits
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Image(byte[] bytes, Type type, String digest) {
    /** What a picture's first bytes say that it is. */
    public enum Type {
        JPEG("image/jpeg"),
        PNG("image/png"),
        WEBP("image/webp");

        private static final byte[] PNG_START = HexFormat.of().parseHex("89504e470d0a1a0a");

        private final String contentType;

        Type(String contentType) {
            this.contentType = contentType;
        }

        public String contentType() {
            return contentType;
        }

        private static Optional<Type> of(byte[] bytes) {
            if (bytes.length > 3
                    && (bytes[0] & 0xff) == 0xff
                    && (bytes[1] & 0xff) == 0xd8
                    && (bytes[2] & 0xff) == 0xff) {
                return Optional.of(JPEG);
            }
            if (has(bytes, 0, PNG_START)) {
                return Optional.of(PNG);
            }
            return has(bytes, 0, ascii("RIFF")) && has(bytes, 8, ascii("WEBP")) ? Optional.of(WEBP) : Optional.empty();
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        private static boolean has(byte[] bytes, int at, byte[] part) {
            return bytes.length >= at + part.length && Arrays.equals(bytes, at, at + part.length, part, 0, part.length);
        }
    }

    /** Empty when these bytes are no picture, whatever somebody called them. */
    static Optional<Image> of(byte[] bytes) {
        return Type.of(bytes).map(type -> new Image(bytes, type, HexFormat.of().formatHex(Digests.sha256(bytes))));
    }
}

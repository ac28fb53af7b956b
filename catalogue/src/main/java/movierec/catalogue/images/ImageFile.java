package movierec.catalogue.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The form of a kept picture: when it was fetched (epoch seconds, 8 bytes), the SHA-256 of its bytes (32 bytes), its bytes. So
 * neither a file cut short nor a changed one is ever taken for the picture, and its age does not hang on the file system.
 */
record ImageFile(Instant fetchedAt, Image image) {
    static final int HEADER_BYTES = Long.BYTES + 32;

    /** Empty when the file is not what was written. */
    static Optional<ImageFile> read(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (content.length <= HEADER_BYTES) {
            return Optional.empty();
        }
        String digest = HexFormat.of().formatHex(content, Long.BYTES, HEADER_BYTES);
        return Image.of(Arrays.copyOfRange(content, HEADER_BYTES, content.length))
                .filter(image -> image.digest().equals(digest))
                .map(image -> new ImageFile(moment(content), image));
    }

    /** Only the moment, for those that look at many; {@link Instant#MAX} when the file has none. */
    static Instant readFetchedAt(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] header = in.readNBytes(Long.BYTES);
            return header.length < Long.BYTES ? Instant.MAX : moment(header);
        }
    }

    private static Instant moment(byte[] header) {
        long seconds = ByteBuffer.wrap(header).getLong();
        return seconds < 0 || seconds > Instant.MAX.getEpochSecond() ? Instant.MAX : Instant.ofEpochSecond(seconds);
    }

    long length() {
        return HEADER_BYTES + image.bytes().length;
    }

    /** Whole or not at all: readers see the file before or the file after. */
    void write(Path file) throws IOException {
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "fetched", ImageFolder.UNFINISHED);
        try {
            ByteBuffer content = ByteBuffer.allocate(HEADER_BYTES + image.bytes().length);
            content.putLong(fetchedAt.getEpochSecond());
            content.put(HexFormat.of().parseHex(image.digest()));
            content.put(image.bytes());
            Files.write(unfinished, content.array());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}

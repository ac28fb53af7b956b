package movierec.learning.train;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import movierec.failure.OutsideFailure;
import movierec.model.RatingCorpus;
import movierec.title.MediaType;
import movierec.title.TitleId;

/**
 * A rating corpus in a file, big-endian: magic (4 bytes), format version (4), length of the name (4), the name in UTF-8;
 * per rating the user (4), the title's number, negative for TV (4), the rating in half precision, which is exact for half
 * stars (2), and the second (4, unsigned); at the end the CRC32C of all before (4).
 */
final class CorpusFile implements RatingCorpus {
    private static final int MAGIC = 0x4d56_5243; // "MVRC"
    private static final int FORMAT_VERSION = 1;
    private static final int HEAD_BYTES = 12;
    private static final int RATING_BYTES = 14;
    private static final int CHECKSUM_BYTES = 4;
    private static final long LATEST_SECOND = 0xffff_ffffL;
    private static final int CHUNK_BYTES = 1 << 26;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final MemorySegment file;
    private final Path path;
    private final String name;
    private final long firstRating;

    private CorpusFile(Path path, MemorySegment file) {
        this.path = path;
        this.file = file;
        if (file.byteSize() < HEAD_BYTES + CHECKSUM_BYTES || file.get(INT, 0) != MAGIC) {
            throw damaged();
        }
        if (file.get(INT, 4) != FORMAT_VERSION) {
            throw unusable("is of a newer format: update MovieRec");
        }
        int nameBytes = file.get(INT, 8);
        firstRating = HEAD_BYTES + (long) nameBytes;
        long ratingBytes = file.byteSize() - CHECKSUM_BYTES - firstRating;
        if (nameBytes < 0 || ratingBytes < 0 || ratingBytes % RATING_BYTES != 0) {
            throw damaged();
        }
        name = new String(file.asSlice(HEAD_BYTES, nameBytes).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /** Opens a file and checks its head; the whole is checked when ratings are asked for. */
    static CorpusFile open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            return new CorpusFile(path, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void forEach(Visitor visitor) {
        long end = file.byteSize() - CHECKSUM_BYTES;
        if (checksum(end) != file.get(INT, end)) {
            throw damaged();
        }
        for (long p = firstRating; p < end; p += RATING_BYTES) {
            int number = file.get(INT, p + 4);
            visitor.rating(
                    file.get(INT, p),
                    number < 0 ? TitleId.tv(-number) : TitleId.movie(number),
                    Float.float16ToFloat(file.get(SHORT, p + 8)),
                    Integer.toUnsignedLong(file.get(INT, p + 10)));
        }
    }

    private int checksum(long end) {
        CRC32C crc = new CRC32C();
        for (long p = 0; p < end; p += CHUNK_BYTES) {
            crc.update(file.asSlice(p, Math.min(CHUNK_BYTES, end - p)).asByteBuffer());
        }
        return (int) crc.getValue();
    }

    /** Writes a corpus and returns how many ratings it has. */
    static long write(FileChannel channel, RatingCorpus corpus) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(Channels.newOutputStream(channel), new CRC32C());
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, 1 << 16));
        byte[] name = corpus.name().getBytes(StandardCharsets.UTF_8);
        out.writeInt(MAGIC);
        out.writeInt(FORMAT_VERSION);
        out.writeInt(name.length);
        out.write(name);
        RatingWriter ratings = new RatingWriter(out);
        try {
            corpus.forEach(ratings);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
        out.writeInt((int) checked.getChecksum().getValue());
        out.flush();
        return ratings.written();
    }

    private OutsideFailure damaged() {
        return unusable("is damaged: import it again");
    }

    private OutsideFailure unusable(String why) {
        return new OutsideFailure("files", "the rating corpus " + path + " " + why, false, new IOException(why));
    }

    /** Writes rating by rating; a visitor cannot throw {@link IOException} as it is. */
    private static final class RatingWriter implements Visitor {
        private final DataOutputStream out;
        private long count;

        RatingWriter(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void rating(int user, TitleId titleId, float rating, long epochSecond) {
            if (rating < 0.5f || rating > 5) {
                throw new IllegalArgumentException("A rating is 0.5 to 5 or NaN, not " + rating);
            }
            try {
                out.writeInt(user);
                out.writeInt(titleId.type() == MediaType.TV ? -titleId.number() : titleId.number());
                out.writeShort(Float.floatToFloat16(rating));
                out.writeInt((int) Math.clamp(epochSecond, 0, LATEST_SECOND));
                count++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        long written() {
            return count;
        }
    }
}

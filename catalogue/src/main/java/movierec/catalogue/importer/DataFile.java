package movierec.catalogue.importer;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One file of a data set, plain, gzipped or inside a zip, unpacked while it is read. */
sealed interface DataFile {
    /** Its name without folders. */
    String name();

    /** Opens the unpacked content; the caller closes it. */
    InputStream open(Progress progress) throws IOException;

    /** A file of its own; gzipped if its first bytes say so. */
    record OnDisk(Path path, ArchiveLimits limits) implements DataFile {
        private static final int GZIP_MAGIC = 0x1f8b;

        @Override
        public String name() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public InputStream open(Progress progress) throws IOException {
            long size = Files.size(path);
            long[] packedBytes = new long[1];
            BufferedInputStream packed = new BufferedInputStream(
                    new WatchedStream(Files.newInputStream(path), readBytes -> {
                        packedBytes[0] = readBytes;
                        progress.read(readBytes, size);
                    }),
                    1 << 16);
            packed.mark(2);
            int magic = packed.read() << 8 | packed.read();
            packed.reset();
            if (magic != GZIP_MAGIC) {
                return packed;
            }
            return new WatchedStream(
                    new GZIPInputStream(packed, 1 << 16), readBytes -> limits.check(name(), packedBytes[0], readBytes));
        }
    }

    /** A member of a zip. */
    record Zipped(Path zip, String member, ArchiveLimits limits) implements DataFile {
        @Override
        public String name() {
            return member.substring(member.lastIndexOf('/') + 1);
        }

        @Override
        public InputStream open(Progress progress) throws IOException {
            ZipFile file = new ZipFile(zip.toFile());
            ZipEntry entry = file.getEntry(member);
            if (entry == null) {
                file.close();
                throw UnusableFile.because(zip.getFileName() + " changed while it was read");
            }
            InputStream content = new WatchedStream(file.getInputStream(entry), readBytes -> {
                limits.check(name(), entry.getCompressedSize(), readBytes);
                progress.read(readBytes, Math.max(entry.getSize(), 0));
            });
            return new FilterInputStream(content) {
                @Override
                public void close() throws IOException {
                    super.close();
                    file.close();
                }
            };
        }
    }
}

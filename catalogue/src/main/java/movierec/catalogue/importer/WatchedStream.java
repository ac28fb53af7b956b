package movierec.catalogue.importer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes were read so far, after every read. */
final class WatchedStream extends FilterInputStream {
    private final LongConsumer watcher;
    private long readBytes;

    WatchedStream(InputStream stream, LongConsumer watcher) {
        super(stream);
        this.watcher = watcher;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        if (read >= 0) {
            watcher.accept(++readBytes);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            readBytes += read;
            watcher.accept(readBytes);
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        throw new IOException("A watched stream is read from its beginning to its end");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

package movierec.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpException;

/**
 * Takes in a body that nobody wanted to read. A client that is still sending when its request is refused would otherwise see
 * a broken connection instead of the answer.
 */
public final class UnreadBody {
    private static final String TAKEN = "movierec.body-taken";

    /** Beyond it, breaking the connection is the answer. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(5);

    private UnreadBody() {}

    /** Nothing is left: reading on after the end would only measure how slowly nothing arrives. */
    static void isTaken(HttpServletRequest request) {
        request.setAttribute(TAKEN, true);
    }

    public static void discard(HttpServletRequest request) {
        boolean waits = request.getHeader("Expect") != null;
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        long length = request.getContentLengthLong();
        boolean none = length <= 0 && !chunked;
        if (none || waits || length > MAX_BYTES || request.getAttribute(TAKEN) != null) {
            return;
        }
        try {
            read(request.getInputStream(), length);
        } catch (IOException | IllegalStateException | HttpException.RuntimeException unreadable) {
            // The request is refused already; that its body breaks off or comes too slowly adds nothing to it.
        }
    }

    private static void read(InputStream in, long length) throws IOException {
        long started = System.nanoTime();
        byte[] buffer = new byte[8192];
        long total = 0;
        while (total != length && total <= MAX_BYTES && System.nanoTime() - started <= MAX_NANOS) {
            int count = in.read(buffer);
            if (count < 0) {
                return;
            }
            total += count;
        }
    }
}

package movierec.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import movierec.server.problem.ProblemType;
import movierec.server.problem.RequestRefused;
import org.eclipse.jetty.http.HttpException;

/** Reads bodies with a limit on size and time, whether or not their length was announced. */
final class BodyReader {
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(30);

    private BodyReader() {}

    static byte[] read(HttpServletRequest request, int maxBytes) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new RequestRefused(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Bodies must be sent without Content-Encoding",
                    Map.of("Accept-Encoding", "identity"));
        }
        if (request.getContentLengthLong() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = read(in, (int) Math.max(0, request.getContentLengthLong()), maxBytes);
            UnreadBody.isTaken(request);
            return bytes;
        } catch (EOFException e) {
            throw new RequestRefused(ProblemType.MALFORMED_REQUEST, "The body ended early");
        } catch (IOException e) {
            throw translated(e);
        }
    }

    private static byte[] read(InputStream in, int expectedBytes, int maxBytes) throws IOException {
        long started = System.nanoTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(256, expectedBytes));
        byte[] buffer = new byte[Math.min(8192, maxBytes + 1)];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (bytes.size() + count > maxBytes) {
                throw tooLarge(maxBytes);
            }
            bytes.write(buffer, 0, count);
            if (bytes.size() == expectedBytes) {
                break; // asking for more would measure how fast nothing arrives
            }
            if (System.nanoTime() - started > MAX_NANOS) {
                throw timeout();
            }
        }
        return bytes.toByteArray();
    }

    private static RequestRefused tooLarge(int maxBytes) {
        return new RequestRefused(ProblemType.PAYLOAD_TOO_LARGE, "The body must have at most " + maxBytes + " bytes");
    }

    private static RequestRefused timeout() {
        return new RequestRefused(ProblemType.REQUEST_TIMEOUT, "The body came too slowly");
    }

    private static RequestRefused translated(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return timeout();
            }
            if (cause instanceof HttpException) {
                return new RequestRefused(ProblemType.MALFORMED_REQUEST, "The body is not framed correctly");
            }
        }
        return new RequestRefused(ProblemType.MALFORMED_REQUEST, "The body could not be read to its end");
    }
}

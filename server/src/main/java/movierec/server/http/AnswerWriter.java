package movierec.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** Puts an answer on the wire: caching headers, 304 for a client that has it already, compression. */
public final class AnswerWriter {
    /** Below this a compressed answer would not be smaller on the wire. */
    private static final int MIN_BYTES_TO_COMPRESS = 1400;

    private AnswerWriter() {}

    public static void write(HttpServletRequest request, HttpServletResponse response, Answer answer)
            throws IOException {
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            response.setHeader(header.getKey(), header.getValue());
        }
        response.setHeader("Cache-Control", answer.caching().header());
        if (!answer.entityTag().isEmpty()) {
            response.setHeader("ETag", answer.entityTag());
            String known = Objects.requireNonNullElse(request.getHeader("If-None-Match"), "");
            if (answer.status() == 200 && isRead(request) && EntityTag.matches(known, answer.entityTag())) {
                response.setStatus(304);
                return;
            }
        }
        response.setStatus(answer.status());
        switch (answer.content()) {
            case Answer.Bytes ready -> write(request, response, ready);
            case Answer.Stream stream -> write(request, response, stream);
        }
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Answer.Bytes content)
            throws IOException {
        if (content.contentType().isEmpty()) {
            return;
        }
        response.setContentType(content.contentType());
        byte[] bytes = content.bytes();
        if (bytes.length >= MIN_BYTES_TO_COMPRESS && compresses(request, content.contentType())) {
            bytes = Gzip.compress(bytes);
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Answer.Stream content)
            throws IOException {
        response.setContentType(content.contentType());
        if (!compresses(request, content.contentType())) {
            content.writing().to(response.getOutputStream());
            return;
        }
        response.setHeader("Content-Encoding", "gzip");
        try (OutputStream out = new GZIPOutputStream(response.getOutputStream(), 8192)) {
            content.writing().to(out);
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean compresses(HttpServletRequest request, String contentType) {
        String accepted = request.getHeader("Accept-Encoding");
        boolean text = contentType.startsWith("text/")
                || contentType.startsWith("application/")
                || contentType.startsWith("image/svg");
        return text && accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }
}

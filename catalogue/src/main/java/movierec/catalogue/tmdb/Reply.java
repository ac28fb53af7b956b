package movierec.catalogue.tmdb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * An HTTP answer as it came.
 *
 * @param body unpacked
 */
record Reply(int status, HttpHeaders headers, byte[] body) {
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[\\s,])max-age=(\\d{1,9})");
    private static final Pattern FORBIDS_REUSE = Pattern.compile("no-store|no-cache|private");

    /** How long TMDB lets an answer of discover or search be used again. */
    private static final Duration USUAL_AGE = Duration.ofMinutes(10);

    /** @throws IOException when the body is torn, or larger than {@code maxBytes} when unpacked */
    static Reply of(HttpResponse<byte[]> response, int maxBytes) throws IOException {
        byte[] body = response.body();
        if (response.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip")) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = unpacked.readNBytes(maxBytes);
                if (unpacked.read() >= 0) {
                    throw new IOException("the answer is larger than " + maxBytes + " bytes");
                }
            }
        }
        return new Reply(response.statusCode(), response.headers(), body);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** How long the sender wants to be left alone, as seconds or as a date; zero when it did not say. */
    Duration retryAfter(Instant now) {
        String value = header("Retry-After").strip();
        try {
            Duration wanted = value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wanted.isNegative() ? Duration.ZERO : wanted;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    /** How long this answer may be used again. */
    Duration maxAge() {
        String control = header("Cache-Control");
        if (FORBIDS_REUSE.matcher(control).find()) {
            return Duration.ZERO;
        }
        Matcher matcher = MAX_AGE.matcher(control);
        return matcher.find() ? Duration.ofSeconds(Long.parseLong(matcher.group(1))) : USUAL_AGE;
    }
}

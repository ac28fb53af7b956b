package movierec.catalogue.tmdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import movierec.failure.OutsideFailure;
import movierec.title.MediaType;
import movierec.title.TitleFeed.Known;
import movierec.title.TitleId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TMDB's daily files of all ids. A file is fetched whole before it is read: its reader writes to a store and may be slow, and a
 * server does not wait for that.
 */
record TmdbExports(TmdbClient client) {
    private static final Logger LOG = LoggerFactory.getLogger(TmdbExports.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM_dd_yyyy", Locale.ROOT);
    private static final JsonMapper JSON = new JsonMapper();

    /** A file has some 20 MB. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    void read(MediaType type, LocalDate day, Consumer<Known> reader) {
        String kind = type == MediaType.MOVIE ? "movie" : "tv_series";
        URI url = URI.create(client.settings().exportsUrl() + "/" + kind + "_ids_" + DAY.format(day) + ".json.gz");
        String what = "the export of " + kind + " ids of " + day;
        try {
            Path file = Files.createTempFile("movierec-ids", ".json.gz");
            try {
                download(url, file, kind, what);
                readLines(file, type, reader, what);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(what + " was not waited for: interrupted", true, e);
        } catch (IOException e) {
            throw failure(what + " cannot be fetched or ends too early", true, e);
        }
    }

    private void download(URI url, Path file, String kind, String what) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Outcome outcome = Outcome.ERROR;
        try {
            int status = client.wire().download(url, file, TIMEOUT);
            outcome = status == 200 ? Outcome.OK : Outcome.NOT_FOUND;
            if (status != 200) {
                throw failure(what + " is not there: HTTP " + status, status >= 500, new IOException("no file"));
            }
        } catch (HttpTimeoutException e) {
            outcome = Outcome.TIMEOUT;
            throw e;
        } finally {
            client.meter().call("/exports/" + kind, outcome.word(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static void readLines(Path file, MediaType type, Consumer<Known> reader, String what) throws IOException {
        int broken = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Row row = row(line);
                int number = row.number("id");
                if (number == 0) {
                    broken += line.isBlank() ? 0 : 1;
                } else if (!row.flag("adult") && !row.flag("video")) {
                    reader.accept(new Known(new TitleId(type, number), row.decimal("popularity")));
                }
            }
        }
        if (broken > 0) {
            LOG.warn("{}: {} lines cannot be read", what, broken);
        }
    }

    private static Row row(String line) throws IOException {
        try {
            return new Row(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            return Row.NOTHING;
        }
    }

    private static OutsideFailure failure(String what, boolean retryable, Exception cause) {
        return new OutsideFailure(TmdbClient.SYSTEM, what, retryable, cause);
    }
}

package movierec.faketmdb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import movierec.faketmdb.world.FakeTitle;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.Kind;

/** The daily files of all ids: JSON lines in gzip, there from 08:00 UTC on and for three months. */
final class Exports {
    private static final Pattern FILE =
            Pattern.compile("(movie|tv_series)_ids_([0-9]{2})_([0-9]{2})_([0-9]{4})\\.json\\.gz");
    private static final LocalTime READY = LocalTime.of(8, 0);
    private static final int MONTHS = 3;

    private final FakeWorld world;

    Exports(FakeWorld world) {
        this.world = world;
    }

    Answer file(String name) {
        Matcher matcher = FILE.matcher(name);
        if (!matcher.matches()) {
            return missing();
        }
        String day = matcher.group(4) + "-" + matcher.group(2) + "-" + matcher.group(3);
        LocalDate today = world.today();
        boolean ready = !LocalTime.ofInstant(world.now(), ZoneOffset.UTC).isBefore(READY);
        LocalDate newest = ready ? today : today.minusDays(1);
        if (day.compareTo(newest.toString()) > 0
                || day.compareTo(today.minusMonths(MONTHS).toString()) < 0) {
            return missing();
        }
        return new Answer(
                200,
                Map.of("Content-Type", "application/gzip"),
                lines(matcher.group(1).equals("movie") ? Kind.MOVIE : Kind.TV));
    }

    private byte[] lines(Kind kind) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream file = new GZIPOutputStream(bytes)) {
            for (FakeTitle title : (Iterable<FakeTitle>) world.titles(kind)::iterator) {
                file.write((line(title) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static ObjectNode line(FakeTitle title) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        if (title.kind() == Kind.MOVIE) {
            line.put("adult", title.adult());
        }
        line.put("id", title.id());
        line.put(title.kind() == Kind.MOVIE ? "original_title" : "original_name", title.originalName());
        line.put("popularity", title.popularity());
        return title.kind() == Kind.MOVIE ? line.put("video", false) : line;
    }

    /** How the real server refuses is not known. */
    private static Answer missing() {
        return new Answer(
                404,
                Map.of("Content-Type", "application/xml"),
                "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8));
    }
}

package movierec.learning;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import movierec.learning.train.TrainingSet;
import movierec.model.RatingCorpus;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.TitleId;

/** MovieLens data beside the repository, as corpora whose title numbers are MovieLens numbers. */
public final class SharedData {
    private SharedData() {}

    public static TrainingSet latestSmall() {
        return TrainingSet.of(List.of(corpus("ml-latest-small/ratings.csv", true)));
    }

    /** What the same data set says about its movies: genres and years. */
    public static List<Title> latestSmallTitles() {
        try (BufferedReader lines = reader(file("ml-latest-small/movies.csv"))) {
            return lines.lines().skip(1).map(SharedData::title).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Title title(String line) {
        int number = Integer.parseInt(line.substring(0, line.indexOf(',')));
        List<Genre> genres = Arrays.stream(
                        line.substring(line.lastIndexOf(',') + 1).split("\\|"))
                .flatMap(name -> Genre.parse(name).stream())
                .toList();
        Matcher year = Pattern.compile("\\((\\d{4})\\)").matcher(line);
        return Title.builder(TitleId.movie(number), line)
                .genres(genres)
                .year(year.find() ? Integer.parseInt(year.group(1)) : 0)
                .build();
    }

    /** All interactions of MovieLens 1M; the file has no ratings. */
    public static TrainingSet million() {
        return TrainingSet.of(List.of(corpus("ml-1m/interactions_80_20.csv.gz", false)));
    }

    private static RatingCorpus corpus(String name, boolean rated) {
        Path file = file(name);
        return new RatingCorpus() {
            @Override
            public String name() {
                return "movielens " + name;
            }

            @Override
            public void forEach(Visitor visitor) {
                try (BufferedReader lines = reader(file)) {
                    lines.lines().skip(1).forEach(line -> {
                        String[] cells = line.split(",", -1);
                        float rating = rated ? Float.parseFloat(cells[2]) : Float.NaN;
                        long second = rated ? Long.parseLong(cells[3]) : 0;
                        visitor.rating(
                                Integer.parseInt(cells[0]), TitleId.movie(Integer.parseInt(cells[1])), rating, second);
                    });
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static Path file(String name) {
        Path file = repository().resolve("../shared/data").resolve(name).normalize();
        assumeTrue(Files.exists(file), "needs " + file);
        return file;
    }

    private static BufferedReader reader(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("testkit/pom.xml"))) {
            Path parent = folder.getParent();
            assumeTrue(parent != null, "not inside the repository");
            folder = parent == null ? folder : parent;
        }
        return folder;
    }
}

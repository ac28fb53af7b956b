package movierec.catalogue.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import movierec.title.MediaType;
import movierec.title.Title;
import org.junit.jupiter.api.Test;

/** Compares the sample's facts with public lists of TMDB movies, where those lie beside the repository. */
class SampleFactsTest {
    /** Known under two names in the English-speaking world. */
    private static final Set<String> OTHER_NAMES = Set.of("12 monkeys", "ring");

    private static final int MAX_MINUTES_APART = 15;

    /** What the public lists say of one movie; a year or runtime of 0 is unknown. */
    private record Fact(List<String> names, int year, double runtimeMinutes) {}

    @Test
    void idsNamesYearsAndRuntimesAgreeWithPublicLists() throws IOException {
        Path folder = sharedData().resolve("tmdb-titles");
        assumeTrue(Files.isDirectory(folder), "skipped: ../shared/data/tmdb-titles is not here to compare with");
        Map<Integer, List<Fact>> facts = new HashMap<>();
        read(folder.resolve("tmdb_5000_movies.csv"), facts);
        read(folder.resolve("top10K-TMDB-movies.csv"), facts);

        int compared = 0;
        for (SampleTitle sampled : SampleCatalogue.load().titles()) {
            Title title = sampled.title();
            List<Fact> known = facts.getOrDefault(title.id().number(), List.of());
            if (title.id().type() == MediaType.MOVIE && !known.isEmpty()) {
                compared++;
                assertThat(known).as("name of %s", title).anyMatch(fact -> hasName(fact, title.name()));
                assertThat(known)
                        .as("year of %s", title)
                        .anyMatch(fact -> fact.year() == 0 || Math.abs(fact.year() - title.year()) <= 1);
                assertThat(known).as("runtime of %s", title).anyMatch(fact -> agreesInLength(fact, title));
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    private static boolean hasName(Fact fact, String name) {
        String ours = plain(name);
        return OTHER_NAMES.contains(ours) || fact.names().stream().anyMatch(theirs -> theirs.endsWith(ours));
    }

    private static boolean agreesInLength(Fact fact, Title title) {
        return fact.runtimeMinutes() == 0
                || Math.abs(fact.runtimeMinutes() - title.runtimeMinutes()) <= MAX_MINUTES_APART;
    }

    private static void read(Path file, Map<Integer, List<Fact>> facts) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().allowMissingFields(true).ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                List<String> names = new ArrayList<>(List.of(plain(row.getField("title"))));
                row.findField("original_title").ifPresent(name -> names.add(plain(name)));
                String released = row.getField("release_date");
                Fact fact = new Fact(
                        names,
                        released.length() < 4 ? 0 : Integer.parseInt(released.substring(0, 4)),
                        row.findField("runtime")
                                .filter(cell -> !cell.isEmpty())
                                .map(Double::valueOf)
                                .orElse(0.0));
                facts.computeIfAbsent(Integer.valueOf(row.getField("id")), id -> new ArrayList<>())
                        .add(fact);
            }
        }
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", "and")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replaceFirst("^(the|an?) ", "");
    }

    /** {@code shared/data} beside the repository, whose root is the nearest folder upwards with the module list. */
    private static Path sharedData() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve("core"))) {
            folder = folder.getParent();
        }
        return folder.resolveSibling("shared").resolve("data");
    }
}

package movierec.catalogue.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import movierec.title.Genre;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleId;

/**
 * Several hundred real, well-known movies and shows: facts, and one-line descriptions written for this project. Their
 * votes are 0 here; those come from the {@link SimulatedAudience}.
 */
public final class SampleCatalogue {
    /** The {@link Title#source()} of these titles. */
    public static final String SOURCE = "sample";

    /** When the facts were compiled: a constant, so that the same program always gives the same catalogue. */
    static final Instant COMPILED = Instant.parse("2026-01-01T00:00:00Z");

    private static final List<String> COLUMNS = List.of(
            "tmdbId",
            "title",
            "year",
            "language",
            "runtimeMinutes",
            "certification",
            "genres",
            "keywords",
            "directors",
            "cast",
            "fame",
            "acclaim",
            "overview");

    private final List<SampleTitle> titles;

    SampleCatalogue(List<SampleTitle> titles) {
        this.titles = List.copyOf(titles);
    }

    /**
     * Reads the files inside the program.
     *
     * @throws IllegalStateException naming file and line, when one of them has a mistake
     */
    public static SampleCatalogue load() {
        List<SampleTitle> titles = new ArrayList<>();
        Set<TitleId> seen = new HashSet<>();
        titles.addAll(table("movies.tsv").read(cells -> titleOf(MediaType.MOVIE, cells, seen)));
        titles.addAll(table("shows.tsv").read(cells -> titleOf(MediaType.TV, cells, seen)));
        return new SampleCatalogue(titles);
    }

    /** Movies, then shows. */
    public List<SampleTitle> titles() {
        return titles;
    }

    static SampleTable table(String name) {
        return new SampleTable(name, COLUMNS);
    }

    static SampleTitle titleOf(MediaType type, List<String> cells, Set<TitleId> seen) {
        TitleId id = new TitleId(type, Integer.parseInt(cells.get(0)));
        if (!seen.add(id)) {
            throw new IllegalArgumentException(id + " stands here twice");
        }
        Title title = Title.builder(id, present(cells.get(1), "title"))
                .year(between(1880, 2100, cells.get(2), "year"))
                .originalLanguage(present(cells.get(3), "language"))
                .runtimeMinutes(between(1, 1000, cells.get(4), "runtimeMinutes"))
                .certification(cells.get(5))
                .genres(words(cells.get(6)).stream().map(SampleCatalogue::genre).toList())
                .keywords(words(cells.get(7)))
                .directors(words(cells.get(8)))
                .cast(words(cells.get(9)))
                .overview(present(cells.get(12), "overview"))
                .source(SOURCE, COMPILED)
                .build();
        return new SampleTitle(title, between(1, 5, cells.get(10), "fame"), between(1, 5, cells.get(11), "acclaim"));
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("\\|"));
    }

    private static Genre genre(String name) {
        return Genre.parse(name).orElseThrow(() -> new IllegalArgumentException("there is no genre " + name));
    }

    private static String present(String cell, String column) {
        if (cell.isBlank()) {
            throw new IllegalArgumentException(column + " is empty");
        }
        return cell;
    }

    private static int between(int min, int max, String cell, String column) {
        int number = Integer.parseInt(cell);
        if (number < min || number > max) {
            throw new IllegalArgumentException(column + " is " + number + ", not " + min + " to " + max);
        }
        return number;
    }
}

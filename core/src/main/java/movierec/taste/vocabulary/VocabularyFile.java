package movierec.taste.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import movierec.title.Genre;

/**
 * Reads {@code vocabularies.tsv} strictly: the version, the header, then one term a line. Cells with several values separate
 * them by {@code |}; ranges read {@code 1980-1989} or, without an upper end, {@code 20-}.
 */
final class VocabularyFile {
    private static final String NAME = "vocabularies.tsv";
    private static final List<String> COLUMNS = List.of(
            "vocabulary",
            "id",
            "label",
            "within",
            "genres",
            "keywords",
            "years",
            "voteAverage",
            "voteCount",
            "languages");

    private VocabularyFile() {}

    static Vocabularies read() {
        try (InputStream stream = VocabularyFile.class.getResourceAsStream(NAME)) {
            if (stream == null) {
                throw new IllegalStateException(NAME + " is missing from the program");
            }
            return read(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + NAME, e);
        }
    }

    /** @throws IllegalStateException naming the line that has a mistake */
    static Vocabularies read(List<String> lines) {
        if (lines.size() < 2
                || !lines.get(0).startsWith("version\t")
                || !cells(lines.get(1)).equals(COLUMNS)) {
            throw new IllegalStateException(NAME + " does not begin with its version and the columns " + COLUMNS);
        }
        List<Term> terms = new ArrayList<>();
        Set<Term> seen = new HashSet<>();
        for (int lineIndex = 2; lineIndex < lines.size(); lineIndex++) {
            try {
                Term term = term(cells(lines.get(lineIndex)));
                if (!seen.add(term)) {
                    throw new IllegalArgumentException(term.id() + " stands here twice");
                }
                terms.add(term);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(NAME + " line " + (lineIndex + 1) + ": " + e.getMessage(), e);
            }
        }
        return new Vocabularies(cells(lines.get(0)).get(1), terms);
    }

    private static Term term(List<String> cells) {
        if (cells.size() != COLUMNS.size()) {
            throw new IllegalArgumentException(cells.size() + " cells, not " + COLUMNS.size());
        }
        VocabularyKind kind = VocabularyKind.of(cells.get(0))
                .orElseThrow(() -> new IllegalArgumentException("there is no vocabulary " + cells.get(0)));
        if (!cells.get(1).matches("[a-z0-9-]+") || cells.get(2).isBlank()) {
            throw new IllegalArgumentException("the id is lower-case letters, digits and dashes, the label not empty");
        }
        Term term = new Term(
                kind,
                cells.get(1),
                cells.get(2),
                genres(cells.get(3)),
                genres(cells.get(4)),
                values(cells.get(5)),
                years(cells.get(6)),
                votes(cells.get(7), cells.get(8)),
                values(cells.get(9)));
        if (cells.subList(3, cells.size()).stream().allMatch(String::isEmpty)) {
            throw new IllegalArgumentException(term.id() + " means nothing");
        }
        return term;
    }

    private static Set<Genre> genres(String cell) {
        Set<Genre> genres = new LinkedHashSet<>();
        for (String name : values(cell)) {
            genres.add(Genre.parse(name).orElseThrow(() -> new IllegalArgumentException("there is no genre " + name)));
        }
        return genres;
    }

    private static Set<String> values(String cell) {
        return cell.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(cell.split("\\|")));
    }

    private static Term.Years years(String cell) {
        return cell.isEmpty() ? Term.Years.ANY : new Term.Years((int) low(cell), (int) high(cell, Integer.MAX_VALUE));
    }

    private static Term.Votes votes(String average, String count) {
        if (average.isEmpty() && count.isEmpty()) {
            return Term.Votes.ANY;
        }
        return new Term.Votes(low(average), high(average, 10), (int) low(count), (int) high(count, Integer.MAX_VALUE));
    }

    private static double low(String range) {
        return range.isEmpty() ? 0 : Double.parseDouble(range.substring(0, dash(range)));
    }

    private static double high(String range, double unbounded) {
        return range.isEmpty() || range.endsWith("-")
                ? unbounded
                : Double.parseDouble(range.substring(dash(range) + 1));
    }

    private static int dash(String range) {
        int dash = range.indexOf('-');
        if (dash < 1) {
            throw new IllegalArgumentException("\"" + range + "\" is not a range such as 1980-1989 or 20-");
        }
        return dash;
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\t", -1));
    }
}

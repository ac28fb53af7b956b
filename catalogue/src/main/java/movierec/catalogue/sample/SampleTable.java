package movierec.catalogue.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the tab-separated files of this package strictly: a header that must be exactly as expected, then one row a line,
 * every row with all cells. Any deviation is a mistake in our own files and stops the reading, naming file and line.
 */
final class SampleTable {
    private final String name;
    private final List<String> columns;

    /** @param name file beside this class's package, in {@code movierec/catalogue/sample} */
    SampleTable(String name, List<String> columns) {
        this.name = name;
        this.columns = List.copyOf(columns);
    }

    /** Reads one row's cells into a value; an {@link IllegalArgumentException} is reported with the row's line. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(List<String> cells);
    }

    <T> List<T> read(RowReader<T> reader) {
        try (InputStream stream = SampleTable.class.getResourceAsStream("/movierec/catalogue/sample/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The sample file " + name + " is missing from the program");
            }
            return read(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)), reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sample file " + name, e);
        }
    }

    <T> List<T> read(BufferedReader lines, RowReader<T> reader) throws IOException {
        List<T> rows = new ArrayList<>();
        int lineNumber = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            lineNumber++;
            List<String> cells = List.of(line.split("\t", -1));
            if (lineNumber == 1) {
                expectHeader(cells);
            } else {
                rows.add(readRow(cells, lineNumber, reader));
            }
        }
        return rows;
    }

    private void expectHeader(List<String> cells) {
        if (!cells.equals(columns)) {
            throw mistake(1, "the header is " + cells + ", not " + columns);
        }
    }

    private <T> T readRow(List<String> cells, int lineNumber, RowReader<T> reader) {
        if (cells.size() != columns.size()) {
            throw mistake(lineNumber, "has " + cells.size() + " cells, not " + columns.size());
        }
        try {
            return reader.read(cells);
        } catch (IllegalArgumentException e) {
            throw mistake(lineNumber, String.valueOf(e.getMessage()));
        }
    }

    private IllegalStateException mistake(int lineNumber, String what) {
        return new IllegalStateException(name + " line " + lineNumber + ": " + what);
    }
}

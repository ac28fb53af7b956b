package movierec.catalogue.importer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import movierec.failure.Refusal;

/**
 * Reads the rows of a MovieLens file in any of its dialects: comma-separated with a header, {@code ::} or tabs or {@code |}
 * without one. Which it is shows in the first line.
 */
final class Rows {
    private static final int SNIFFED_BYTES = 1 << 16;

    private Rows() {}

    /** How cells are separated, and whether the first row names the columns. */
    private enum Dialect {
        COMMAS(",", '"', true, StandardCharsets.UTF_8),
        DOUBLE_COLONS("::", '\0', false, StandardCharsets.ISO_8859_1),
        TABS("\t", '\0', false, StandardCharsets.ISO_8859_1),
        BARS("|", '\0', false, StandardCharsets.ISO_8859_1);

        private final String separator;
        private final char quote;
        private final boolean hasHeader;
        private final Charset charset;

        Dialect(String separator, char quote, boolean hasHeader, Charset charset) {
            this.separator = separator;
            this.quote = quote;
            this.hasHeader = hasHeader;
            this.charset = charset;
        }

        /** The dialect of a file by its first line. */
        static Dialect of(String firstLine) {
            if (firstLine.contains("::")) {
                return DOUBLE_COLONS;
            }
            if (firstLine.matches("\\d+\t\\d+\t.*")) {
                return TABS;
            }
            return firstLine.matches("\\d+\\|.*\\|.*") ? BARS : COMMAS;
        }
    }

    /** Receives the column names once, then every row with its line number. */
    interface Visitor {
        /** @param names lower-case; empty where the dialect has no header */
        void columns(List<String> names);

        void row(long line, CsvRecord cells);
    }

    static void read(DataFile file, Progress progress, Visitor visitor) {
        try (InputStream stream = new BufferedInputStream(file.open(progress), SNIFFED_BYTES)) {
            Dialect dialect = Dialect.of(firstLine(file, stream));
            CsvReader<CsvRecord> rows = CsvReader.builder()
                    .fieldSeparator(dialect.separator)
                    .quoteCharacter(dialect.quote)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(new InputStreamReader(stream, dialect.charset));
            boolean header = dialect.hasHeader;
            if (!header) {
                visitor.columns(List.of());
            }
            for (CsvRecord row : rows) {
                if (header) {
                    header = false;
                    visitor.columns(names(row));
                } else {
                    visitor.row(row.getStartingLineNumber(), row);
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw failure(file, e);
        } catch (IOException e) {
            throw UnusableFile.because(file.name(), e);
        }
    }

    /** The parser wraps what the stream below it threw: our own limits, or the file system. */
    private static RuntimeException failure(DataFile file, RuntimeException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (cause instanceof IOException unreadable) {
            return UnusableFile.because(file.name(), unreadable);
        }
        return UnusableFile.because(file.name() + " cannot be read as rows of values: " + failure.getMessage());
    }

    private static String firstLine(DataFile file, InputStream stream) throws IOException {
        stream.mark(SNIFFED_BYTES);
        byte[] start = stream.readNBytes(SNIFFED_BYTES);
        stream.reset();
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.isBlank()) {
            throw UnusableFile.because(file.name() + " is empty");
        }
        if (text.indexOf('\0') >= 0) {
            throw UnusableFile.because(file.name() + " is not a text file");
        }
        return text.lines().findFirst().orElse("");
    }

    private static List<String> names(CsvRecord header) {
        List<String> names = new ArrayList<>();
        for (String name : header.getFields()) {
            names.add(name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT));
        }
        return names;
    }
}

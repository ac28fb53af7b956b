package movierec.catalogue.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a file of separated values whose first row names the columns, in any order. UTF-8, and Latin-1 where it cannot be
 * that; commas, semicolons or tabs, whichever the first line has most of.
 */
final class CsvFile {
    private static final int SNIFFED_CHARS = 1 << 16;

    private CsvFile() {}

    static void read(Path path, int maxRowBytes, RowReader reader) throws IOException {
        Charset charset = charset(path);
        try (InputStream stream = Files.newInputStream(path);
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .fieldSeparator(separator(path, charset))
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .maxBufferSize(maxRowBytes)
                        .ofCsvRecord(new InputStreamReader(stream, charset))) {
            List<String> names = List.of();
            for (CsvRecord row : rows) {
                if (names.isEmpty()) {
                    names = row.getFields();
                    if (!TitleDecoder.canRead(names)) {
                        throw new BrokenFile("has no column titleId or tmdbId; its first row must name the columns");
                    }
                } else {
                    reader.row(row.getStartingLineNumber(), facts(names, row));
                }
            }
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new BrokenFile("cannot be read as rows of values: " + broken.getMessage());
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static Facts facts(List<String> names, CsvRecord row) {
        Facts facts = new Facts();
        for (int column = 0; column < Math.min(names.size(), row.getFieldCount()); column++) {
            facts.add(names.get(column), row.getField(column));
        }
        return facts;
    }

    private static Charset charset(Path path) throws IOException {
        char[] some = new char[SNIFFED_CHARS];
        try (Reader strict = new InputStreamReader(
                Files.newInputStream(path),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            for (int read = strict.read(some); read >= 0; read = strict.read(some)) {
                if (new String(some, 0, read).indexOf('\0') >= 0) {
                    throw new BrokenFile("is not a text file");
                }
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    private static char separator(Path path, Charset charset) throws IOException {
        char[] some = new char[SNIFFED_CHARS];
        try (Reader start = new InputStreamReader(Files.newInputStream(path), charset)) {
            int read = start.read(some);
            String text = new String(some, 0, Math.max(read, 0));
            if (text.indexOf('\0') >= 0) {
                throw new BrokenFile("is not a text file");
            }
            String line = text.lines().findFirst().orElse("");
            char best = ',';
            for (char candidate : new char[] {';', '\t'}) {
                if (count(line, candidate) > count(line, best)) {
                    best = candidate;
                }
            }
            return best;
        }
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(character -> character == wanted).count();
    }
}

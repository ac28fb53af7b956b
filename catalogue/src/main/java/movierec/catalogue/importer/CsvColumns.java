package movierec.catalogue.importer;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Picks wanted columns by name, in whatever order the file has them; without a header they stand in the wanted order. */
final class CsvColumns {
    private final String file;
    private final List<String> wanted;

    /** @param wanted lower-case names */
    CsvColumns(String file, List<String> wanted) {
        this.file = file;
        this.wanted = List.copyOf(wanted);
    }

    /** Hands over the wanted cells of every row; a row whose cells or numbers are not right is passed over. */
    Rows.Visitor visitor(Consumer<List<String>> consumer) {
        int[] indexes = new int[wanted.size()];
        return new Rows.Visitor() {
            @Override
            public void columns(List<String> names) {
                for (int i = 0; i < indexes.length; i++) {
                    indexes[i] = names.isEmpty() ? i : names.indexOf(wanted.get(i));
                    if (indexes[i] < 0) {
                        throw UnusableFile.because(file + " has no column " + wanted.get(i) + " among " + names);
                    }
                }
            }

            @Override
            public void row(long line, CsvRecord row) {
                List<String> cells = new ArrayList<>();
                for (int index : indexes) {
                    if (index >= row.getFieldCount()) {
                        return;
                    }
                    cells.add(row.getField(index));
                }
                try {
                    consumer.accept(cells);
                } catch (NumberFormatException notANumber) {
                    // One movie, link or tag less; ratings, where every row counts, are read elsewhere.
                    return;
                }
            }
        };
    }
}

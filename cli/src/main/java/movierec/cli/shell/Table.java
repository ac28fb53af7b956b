package movierec.cli.shell;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rows of text in columns as wide as they need; columns of numbers are flush right. */
public final class Table {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.,]*( ±[0-9.]+| s)?|-|");
    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        this(List.of(headings));
    }

    public Table(List<String> headings) {
        this.headings = List.copyOf(headings);
    }

    public Table row(Object... cells) {
        return row(List.of(cells));
    }

    /** @param cells as many as there are headings; whole numbers get separators, others four digits */
    public Table row(List<?> cells) {
        if (cells.size() != headings.size()) {
            throw new IllegalArgumentException(cells.size() + " cells under " + headings.size() + " headings");
        }
        rows.add(cells.stream().map(Table::text).toList());
        return this;
    }

    /** A cell as it is printed. */
    public static String text(Object cell) {
        return switch (cell) {
            case Integer whole -> String.format(Locale.ROOT, "%,d", whole);
            case Long whole -> String.format(Locale.ROOT, "%,d", whole);
            case Double number -> String.format(Locale.ROOT, "%.4f", number);
            default -> cell.toString();
        };
    }

    public void print(PrintWriter out) {
        List<Integer> widths = new ArrayList<>();
        List<Boolean> numeric = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            int at = column;
            widths.add(Stream.concat(Stream.of(headings), rows.stream())
                    .mapToInt(row -> row.get(at).length())
                    .max()
                    .orElse(0));
            numeric.add(!rows.isEmpty()
                    && rows.stream().allMatch(row -> NUMBER.matcher(row.get(at)).matches()));
        }
        printLine(headings, widths, numeric, out);
        printLine(widths.stream().map("-"::repeat).toList(), widths, numeric, out);
        rows.forEach(row -> printLine(row, widths, numeric, out));
    }

    private static void printLine(List<String> cells, List<Integer> widths, List<Boolean> numeric, PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String blanks = " ".repeat(widths.get(column) - cells.get(column).length());
            line.append(column == 0 ? "" : GAP);
            line.append(numeric.get(column) ? blanks + cells.get(column) : cells.get(column) + blanks);
        }
        out.println(line.toString().stripTrailing());
    }
}

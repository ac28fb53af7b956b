package movierec.postgres;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;

/**
 * Many values as one parameter, for {@code = ANY (?)} and {@code unnest(?)}: any number of rows is one statement and one
 * trip to the server, and the statement's text is always the same, so that it stays prepared.
 */
final class Columns {
    private Columns() {}

    static <R> Argument texts(Collection<R> rows, Function<R, String> column) {
        return array("text", rows.stream().map(column).map(Texts::write).toArray(String[]::new));
    }

    static Argument texts(Collection<String> values) {
        return texts(values, Function.identity());
    }

    static <R> Argument integers(List<R> rows, Function<R, Integer> column) {
        return integers(rows.stream().map(column).toArray(Integer[]::new));
    }

    static Argument integers(Integer[] values) {
        return array("int4", values);
    }

    static <R> Argument longs(List<R> rows, Function<R, Long> column) {
        return array("int8", rows.stream().map(column).toArray(Long[]::new));
    }

    static <R> Argument doubles(List<R> rows, Function<R, Double> column) {
        return array("float8", rows.stream().map(column).toArray(Double[]::new));
    }

    static <R> Argument booleans(List<R> rows, Function<R, Boolean> column) {
        return array("bool", rows.stream().map(column).toArray(Boolean[]::new));
    }

    static <R> Argument bytes(List<R> rows, Function<R, byte[]> column) {
        return array("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    private static Argument array(String type, Object[] values) {
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf(type, values));
    }
}

package movierec.catalogue.importer;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;

/**
 * Where the parts of a rating stand in a row, and how to read them. Absent columns have the index -1.
 *
 * @param order position in the user's history, which some data sets give instead of a time
 */
record RatingColumns(int user, int movie, int rating, int timestamp, int order) {
    static final String EXPECTED = "expected MovieLens ratings: a csv with a header naming at least userId and movieId"
            + " (and maybe rating, timestamp), or ratings.dat with user::movie::rating::time, or u.data with tabs";

    /** In the year 9999. */
    private static final long LATEST_SECOND = 253_402_300_799L;

    /** @param names lower-case column names; empty means user, movie, rating, timestamp */
    static RatingColumns of(List<String> names, String file) {
        if (names.isEmpty()) {
            return new RatingColumns(0, 1, 2, 3, -1);
        }
        RatingColumns columns = new RatingColumns(
                names.indexOf("userid"),
                names.indexOf("movieid"),
                names.indexOf("rating"),
                names.indexOf("timestamp"),
                names.indexOf("pos"));
        if (columns.user < 0 || columns.movie < 0) {
            String begin = String.join(",", names);
            String shown = begin.length() <= 80 ? begin : begin.substring(0, 80) + "...";
            throw UnusableFile.because(
                    file + " begins with \"" + shown.replaceAll("\\p{Cntrl}", "?") + "\"; " + EXPECTED);
        }
        return columns;
    }

    /** Thrown for a row that cannot be read; the message is the reason, without the row's own values. */
    static final class BadRow extends Exception {
        private final boolean wrongRating;

        BadRow(String reason) {
            this(reason, false);
        }

        private BadRow(String reason, boolean wrongRating) {
            super(reason, null, false, false);
            this.wrongRating = wrongRating;
        }

        /** There is something in place of a rating, but it is none. */
        boolean isWrongRating() {
            return wrongRating;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    int userOf(CsvRecord row) throws BadRow {
        return (int) wholeNumber(row, user, "userId", 0, Integer.MAX_VALUE);
    }

    int movieOf(CsvRecord row) throws BadRow {
        return (int) wholeNumber(row, movie, "movieId", 1, Integer.MAX_VALUE);
    }

    /** NaN where the file has no ratings. */
    float ratingOf(CsvRecord row) throws BadRow {
        if (rating < 0) {
            return Float.NaN;
        }
        float value;
        try {
            value = Float.parseFloat(cell(row, rating, "rating"));
        } catch (NumberFormatException e) {
            throw new BadRow("rating is not a number", true);
        }
        if (!(value >= 0.5 && value <= 5)) {
            throw new BadRow("rating is not between 0.5 and 5", true);
        }
        return value;
    }

    /** Seconds since 1970, or a small number that only orders a user's ratings; 0 where the file has neither. */
    long timeOf(CsvRecord row) throws BadRow {
        if (timestamp >= 0) {
            return wholeNumber(row, timestamp, "timestamp", 0, LATEST_SECOND);
        }
        return order < 0 ? 0 : 1 + wholeNumber(row, order, "pos", 0, Integer.MAX_VALUE);
    }

    private static long wholeNumber(CsvRecord row, int column, String name, long min, long max) throws BadRow {
        String cell = cell(row, column, name);
        try {
            long number = Long.parseLong(cell);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BadRow(name + " is not a whole number");
        }
        throw new BadRow(name + " is out of range");
    }

    private static String cell(CsvRecord row, int column, String name) throws BadRow {
        if (column >= row.getFieldCount()) {
            throw new BadRow(name + " is missing");
        }
        return row.getField(column).strip();
    }
}

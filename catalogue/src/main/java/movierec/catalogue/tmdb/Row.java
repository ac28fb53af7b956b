package movierec.catalogue.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A JSON object as TMDB sends them: anything may be null, missing, empty or of another type. Whatever cannot be read is
 * unknown: an empty text, 0, an empty list.
 */
record Row(JsonNode node) {
    static final Row NOTHING = new Row(MissingNode.getInstance());
    private static final Pattern PICTURE = Pattern.compile("/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;

    /** Without space around it, cut to a length. */
    String text(String name, int maxLength) {
        JsonNode value = node.path(name);
        String text = value.isTextual() ? value.textValue().strip() : "";
        return text.codePointCount(0, text.length()) <= maxLength
                ? text
                : text.substring(0, text.offsetByCodePoints(0, maxLength)).strip();
    }

    /** Finite and not negative, else 0. */
    double decimal(String name) {
        return decimal(node.path(name));
    }

    /** Whole and not negative, else 0. */
    int number(String name) {
        return number(node.path(name));
    }

    private static double decimal(JsonNode value) {
        double number = value.isNumber() ? value.doubleValue() : value.isTextual() ? parsed(value.textValue()) : 0;
        return Double.isFinite(number) && number > 0 ? number : 0;
    }

    private static int number(JsonNode value) {
        double number = decimal(value);
        return number <= Integer.MAX_VALUE ? (int) number : 0;
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    /** ISO date of a time that films exist in, else empty. */
    String date(String name) {
        String text = text(name, 10);
        try {
            int year = LocalDate.parse(text).getYear();
            return year >= FIRST_YEAR && year <= LAST_YEAR ? text : "";
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    /** Path of a picture, safe to append to an address, else empty. */
    String picture(String name) {
        String path = node.path(name).asText("");
        return PICTURE.matcher(path).matches() ? path : "";
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    Row row(String name) {
        JsonNode value = node.path(name);
        return value.isObject() ? new Row(value) : NOTHING;
    }

    /** The objects of a list; what is no object counts as an empty one, so that it can be missed. */
    List<Row> rows(String name) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode value : list(name)) {
            rows.add(value.isObject() ? new Row(value) : NOTHING);
        }
        return rows;
    }

    /** The numbers of a list that are not 0. */
    List<Integer> numbers(String name) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode value : list(name)) {
            int number = number(value);
            if (number > 0) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** One text of each object of a list, in order, without empty ones and repetitions. */
    List<String> texts(String list, String name, int maxLength) {
        return rows(list).stream()
                .map(row -> row.text(name, maxLength))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private JsonNode list(String name) {
        JsonNode value = node.path(name);
        return value.isArray() ? value : MissingNode.getInstance();
    }
}

package movierec.faketmdb;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question.
 *
 * @param variables of the path, by name
 * @param query decoded parameters
 */
record Request(Map<String, String> variables, Map<String, String> query) {
    private static final int LAST_PAGE = 500;

    static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    /** Empty when it is missing. */
    String text(String name) {
        return query.getOrDefault(name, "");
    }

    Optional<Double> number(String name) {
        try {
            return text(name).isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(text(name)));
        } catch (NumberFormatException wrong) {
            return Optional.empty();
        }
    }

    /** Parts between separators, none when the parameter is missing. */
    List<String> list(String name, String separator) {
        return Arrays.stream(text(name).split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    int page() {
        String page = query.getOrDefault("page", "1");
        if (!page.matches("[0-9]{1,9}")) {
            throw TmdbError.INVALID_PAGE.raised();
        }
        int number = Integer.parseInt(page);
        if (number < 1 || number > LAST_PAGE) {
            throw TmdbError.INVALID_PAGE.raised();
        }
        return number;
    }

    LocalDate date(String name, LocalDate otherwise) {
        if (text(name).isEmpty()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeParseException wrong) {
            throw TmdbError.INVALID_DATE.raised();
        }
    }

    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** The number that a path names; text after it does not matter ({@code 550-a-title}). */
    int id() {
        String digits = variable("id").replaceFirst("-.*", "");
        if (!digits.matches("[0-9]{1,9}")) {
            throw TmdbError.NOT_FOUND.raised();
        }
        return Integer.parseInt(digits);
    }
}

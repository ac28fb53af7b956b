package movierec.server.json;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import movierec.failure.Refusal.Fault;

/**
 * Parameters of a query or of a form body. As with {@link Body}, a wrong one is noted by name and a harmless value is
 * returned; a parameter given as an empty text counts as missing. Unknown parameters are ignored.
 */
public final class Parameters {
    private static final int MAX_PARAMETERS = 100;

    private final Map<String, String> values;
    private final Faults faults;

    private Parameters(Map<String, String> values, Faults faults) {
        this.values = values;
        this.faults = faults;
    }

    /** Reads {@code a=1&b=2}; the first of two equal names counts. */
    public static Parameters parse(String encoded, Faults faults) {
        Map<String, String> values = new LinkedHashMap<>();
        int start = 0;
        while (start < encoded.length()) {
            int end = encoded.indexOf('&', start);
            end = end < 0 ? encoded.length() : end;
            int equals = encoded.indexOf('=', start);
            int nameEnd = equals < 0 || equals > end ? end : equals;
            String name = decode(encoded.substring(start, nameEnd), "", faults);
            String value = decode(encoded.substring(Math.min(nameEnd + 1, end), end), name, faults);
            if (!value.isEmpty()) {
                values.putIfAbsent(name, value);
            }
            if (values.size() > MAX_PARAMETERS) {
                faults.add(Fault.parameter("query", "has more than " + MAX_PARAMETERS + " parameters"));
                break;
            }
            start = end + 1;
        }
        return new Parameters(values, faults);
    }

    private static String decode(String text, String name, Faults faults) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\uFFFD') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // reported below, as the same mistake of the client
        }
        faults.add(Fault.parameter(name.isEmpty() ? "query" : name, "has a broken percent-encoding"));
        return "";
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A required text. */
    public String text(String name, int maxLength) {
        if (!has(name)) {
            fault(name, "is required");
        }
        return text(name, maxLength, "");
    }

    public String text(String name, int maxLength, String otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        String why = Texts.fault(value, maxLength);
        if (!why.isEmpty()) {
            fault(name, why);
            return otherwise;
        }
        return value;
    }

    public int integer(String name, int min, int max, int otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, as the same mistake of the client
        }
        fault(name, "must be a whole number from " + min + " to " + max);
        return otherwise;
    }

    public double number(String name, double min, double max, double otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, as the same mistake of the client
        }
        fault(name, "must be a number from " + min + " to " + max);
        return otherwise;
    }

    /** One of a few words, in any case; {@code otherwise} when missing. */
    public String word(String name, List<String> words, String otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        String lower = value.toLowerCase(Locale.ROOT);
        if (words.contains(lower)) {
            return lower;
        }
        fault(name, "must be one of " + String.join(", ", words));
        return otherwise;
    }

    /** A list separated by commas, each item read by a function that is empty for what it cannot read. */
    public <T> List<T> list(String name, int maxItems, Function<String, Optional<T>> read, String what) {
        List<T> items = new ArrayList<>();
        for (String part : text(name, maxItems * 64, "").split(",")) {
            if (part.isBlank()) {
                continue;
            }
            if (items.size() == maxItems) {
                fault(name, "must have at most " + maxItems + " items");
                break;
            }
            Optional<T> item = read.apply(part.strip());
            if (item.isEmpty()) {
                fault(name, "must be a list of " + what + ", separated by commas");
                break;
            }
            items.add(item.get());
        }
        return items;
    }

    /** Notes that a parameter is wrong. */
    public void fault(String name, String why) {
        faults.add(Fault.parameter(name, why));
    }
}

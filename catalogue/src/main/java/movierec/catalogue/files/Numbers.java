package movierec.catalogue.files;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers as people and spreadsheets write them; what is none is 0. */
final class Numbers {
    private static final Pattern FIRST = Pattern.compile("[0-9]+");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([,.' ][0-9]{3})+");
    private static final Pattern WHOLE = Pattern.compile("([0-9]{1,9})(\\.0+)?");

    private Numbers() {}

    /** Finite and not negative; a comma may stand for the point. */
    static double decimal(String text) {
        try {
            double number = Double.parseDouble(text.strip().replace(',', '.'));
            return Double.isFinite(number) && number > 0 ? number : 0;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    /** Whole, such as {@code 1234}, {@code 1,234} and {@code 1234.0}; at most nine digits. */
    static int whole(String text) {
        String stripped = text.strip();
        String plain = GROUPED.matcher(stripped).matches() ? stripped.replaceAll("[^0-9]", "") : stripped;
        Matcher number = WHOLE.matcher(plain);
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }

    /** The first whole number in a text such as {@code 96 min}. */
    static int first(String text) {
        Matcher number = FIRST.matcher(text);
        return number.find() && number.group().length() <= 9 ? Integer.parseInt(number.group()) : 0;
    }
}

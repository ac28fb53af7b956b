package movierec.title;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** US certifications of movies and shows on one scale: the age from which a title is meant. */
public final class Certification {
    /** The age of a certification nobody knows. */
    public static final int UNKNOWN_AGE = Integer.MAX_VALUE;

    private static final Map<String, Integer> MIN_AGES = Map.ofEntries(
            Map.entry("G", 0),
            Map.entry("PG", 8),
            Map.entry("PG-13", 13),
            Map.entry("R", 17),
            Map.entry("NC-17", 18),
            Map.entry("TV-Y", 0),
            Map.entry("TV-Y7", 7),
            Map.entry("TV-G", 0),
            Map.entry("TV-PG", 8),
            Map.entry("TV-14", 14),
            Map.entry("TV-MA", 17));

    private Certification() {}

    public static boolean isKnown(String certification) {
        return MIN_AGES.containsKey(certification.toUpperCase(Locale.ROOT));
    }

    /** Years, or {@link #UNKNOWN_AGE}. */
    public static int minAge(String certification) {
        return MIN_AGES.getOrDefault(certification.toUpperCase(Locale.ROOT), UNKNOWN_AGE);
    }

    /** The certification with the lowest age; empty strings set no cap. Empty when no cap is set at all. */
    public static String strictest(List<String> caps) {
        return caps.stream()
                .filter(Certification::isKnown)
                .min((one, other) -> Integer.compare(minAge(one), minAge(other)))
                .orElse("");
    }

    /** Every certification that can be a cap. */
    public static Set<String> all() {
        return MIN_AGES.keySet();
    }
}

package movierec.catalogue.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one row of a file says, whatever the file's format: texts by name, in the file's order. Not thread-safe. */
final class Facts {
    private final Map<String, List<String>> byName = new HashMap<>();

    /** A name without case and signs, so that {@code tmdbId}, {@code tmdb_id} and {@code TMDB ID} are one. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Adds a text unless it is blank. */
    void add(String name, String text) {
        if (!text.isBlank()) {
            byName.computeIfAbsent(plain(name), key -> new ArrayList<>()).add(text.strip());
        }
    }

    /** The first text under the first of the names that has one, or empty. */
    String text(String... names) {
        return all(names).stream().findFirst().orElse("");
    }

    /** All texts under the first of the names that has any; {@code |} stands between several in one. */
    List<String> texts(String... names) {
        return all(names).stream()
                .flatMap(text -> Arrays.stream(text.split("\\|")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private List<String> all(String... names) {
        for (String name : names) {
            List<String> texts = byName.get(plain(name));
            if (texts != null) {
                return texts;
            }
        }
        return List.of();
    }
}

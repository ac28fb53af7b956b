package movierec.title;

import java.util.Locale;
import java.util.Optional;

/**
 * Names a list that a source keeps, such as its popular shows or its movies of one genre.
 *
 * @param category a {@link ListType}'s word, or {@code genre_} and the genre's number
 */
public record ListKey(String category, ListScope scope) {
    private static final String GENRE = "genre_";

    public static ListKey of(ListType type, ListScope scope) {
        return new ListKey(type.word(), scope);
    }

    public static ListKey of(Genre genre, ListScope scope) {
        return new ListKey(GENRE + genre.id(), scope);
    }

    /** Reads what {@link #toString} wrote. */
    public static Optional<ListKey> parse(String text) {
        int separator = text.indexOf('#');
        for (ListScope scope : ListScope.values()) {
            if (separator > 0 && word(scope).equals(text.substring(separator + 1))) {
                return Optional.of(new ListKey(text.substring(0, separator), scope));
            }
        }
        return Optional.empty();
    }

    public Optional<ListType> type() {
        return ListType.of(category);
    }

    public Optional<Genre> genre() {
        return category.startsWith(GENRE) ? Genre.parse(category.substring(GENRE.length())) : Optional.empty();
    }

    private static String word(ListScope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    /** Such as {@code popular#movie}. */
    @Override
    public String toString() {
        return category + "#" + word(scope);
    }
}

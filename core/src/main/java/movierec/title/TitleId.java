package movierec.title;

import java.util.Optional;

/** A title's id: its type and TMDB number, written {@code movie:550} or {@code tv:1396}. */
public record TitleId(MediaType type, int number) implements Comparable<TitleId> {

    public TitleId {
        if (number <= 0) {
            throw new IllegalArgumentException("A title number is positive, not " + number);
        }
    }

    public static TitleId movie(int number) {
        return new TitleId(MediaType.MOVIE, number);
    }

    public static TitleId tv(int number) {
        return new TitleId(MediaType.TV, number);
    }

    /** Reads {@code movie:550}, {@code tv:1396}, or a bare {@code 550}, which means a movie. */
    public static Optional<TitleId> parse(String text) {
        return parse(text, MediaType.MOVIE);
    }

    /** As {@link #parse(String)}; a bare number takes {@code typeOfBareNumber}. Empty when the text is no id. */
    public static Optional<TitleId> parse(String text, MediaType typeOfBareNumber) {
        int colon = text.indexOf(':');
        Optional<MediaType> type = colon < 0 ? Optional.of(typeOfBareNumber) : MediaType.of(text.substring(0, colon));
        String digits = text.substring(colon + 1);
        if (type.isEmpty()
                || digits.isEmpty()
                || digits.length() > 9
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        return number == 0 ? Optional.empty() : Optional.of(new TitleId(type.get(), number));
    }

    @Override
    public int compareTo(TitleId other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return type.word() + ":" + number;
    }
}

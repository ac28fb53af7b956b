package movierec.title;

import java.util.Locale;
import java.util.Optional;

/**
 * One way to watch a title.
 *
 * @param region ISO 3166-1 code in upper case
 * @param providerId TMDB's number of the provider; one brand may have several
 * @param provider name of the provider
 */
public record WatchOffer(String region, Kind kind, int providerId, String provider) {

    /** What watching costs there. */
    public enum Kind {
        /** Part of a subscription. */
        STREAM,
        FREE,
        ADS,
        RENT,
        BUY;

        /** The word used in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** Whether a subscriber, or anybody, watches it there without paying for the title itself. */
    public boolean isIncluded() {
        return kind == Kind.STREAM || kind == Kind.FREE || kind == Kind.ADS;
    }
}

package movierec.title;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A search by facts (CAT-2): all conditions must hold. Empty sets and texts and the default numbers set no condition.
 *
 * @param genres a title needs all of them
 * @param keywords a title needs all of them; in any case
 * @param minYear inclusive
 * @param minRating lowest mean vote
 * @param maxRating highest mean vote; titles without votes pass only 10
 * @param maxRuntimeMinutes inclusive; titles of unknown runtime pass only the default
 * @param providers a title needs one that includes it, by name or number, see {@link WatchWish}
 * @param region where the providers are meant; without providers a title needs any offer there, also one to rent or buy
 * @param maxCertification titles without a known certification pass only the empty cap
 */
public record Discovery(
        Set<MediaType> types,
        Set<Genre> genres,
        Set<String> keywords,
        int minYear,
        int maxYear,
        double minRating,
        double maxRating,
        int minRuntimeMinutes,
        int maxRuntimeMinutes,
        String language,
        Set<String> providers,
        String region,
        String maxCertification,
        Order order) {

    /** How the found titles are ordered. */
    public enum Order {
        POPULARITY,
        RATING,
        NEWEST,
        TITLE;

        public static Optional<Order> of(String word) {
            for (Order order : values()) {
                if (order.name().equalsIgnoreCase(word)) {
                    return Optional.of(order);
                }
            }
            return Optional.empty();
        }
    }

    public List<Title> search(Catalogue catalogue) {
        WatchWish watchWish = WatchWish.of(region, providers, catalogue);
        return catalogue.all().stream()
                .filter(title -> matches(title) && watchWish.accepts(title))
                .sorted(comparator(catalogue))
                .toList();
    }

    private Comparator<Title> comparator(Catalogue catalogue) {
        Comparator<Title> wanted =
                switch (order) {
                    case POPULARITY ->
                        Comparator.comparingDouble(
                                        (Title title) -> catalogue.popularityRank(catalogue.indexOf(title.id())))
                                .reversed();
                    case RATING ->
                        Comparator.comparingDouble(
                                        (Title title) -> catalogue.weightedVote(catalogue.indexOf(title.id())))
                                .reversed();
                    case NEWEST -> Comparator.comparingInt(Title::year).reversed();
                    case TITLE -> Comparator.comparing(title -> title.name().toLowerCase(Locale.ROOT));
                };
        return wanted.thenComparing(Title::id);
    }

    private boolean matches(Title title) {
        return types.contains(title.id().type())
                && matchesFacts(title)
                && (minYear <= 0 || title.year() >= minYear)
                && (title.year() <= maxYear)
                && title.voteAverage() >= minRating
                && (maxRating >= 10 || title.voteCount() > 0 && title.voteAverage() <= maxRating)
                && title.runtimeMinutes() >= minRuntimeMinutes
                && (maxRuntimeMinutes == Integer.MAX_VALUE
                        || title.runtimeMinutes() > 0 && title.runtimeMinutes() <= maxRuntimeMinutes)
                && (language.isEmpty() || language.equalsIgnoreCase(title.originalLanguage()))
                && (maxCertification.isEmpty()
                        || Certification.isKnown(title.certification())
                                && Certification.minAge(title.certification())
                                        <= Certification.minAge(maxCertification));
    }

    private boolean matchesFacts(Title title) {
        Set<Genre> tastes = Genre.tastesOf(title.genres());
        return genres.stream().allMatch(genre -> tastes.containsAll(genre.tastes()))
                && keywords.stream()
                        .allMatch(wanted -> title.keywords().stream().anyMatch(wanted::equalsIgnoreCase));
    }
}

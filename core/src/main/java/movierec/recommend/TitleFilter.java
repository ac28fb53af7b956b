package movierec.recommend;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import movierec.taste.Preferences;
import movierec.title.Catalogue;
import movierec.title.Certification;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.WatchWish;

/** Which titles may be shown at all: nothing settled or excluded, and only what passes the hard preferences (REC-10). */
final class TitleFilter implements IntPredicate {
    private final Catalogue catalogue;
    private final UserContext context;
    private final Preferences preferences;
    private final Set<Genre> excludedGenres;
    private final Set<String> excludedKeywords;
    private final MediaFilter preferredType;
    private final int maxAge;
    private final WatchWish watchWish;

    private TitleFilter(UserContext context, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.context = context;
        this.preferences = context.preferences();
        this.excludedGenres = genres(preferences.excludedGenres());
        this.excludedKeywords = new HashSet<>();
        preferences.excludedKeywords().forEach(word -> excludedKeywords.add(word.toLowerCase(Locale.ROOT)));
        this.preferredType = MediaFilter.of(preferences.mediaType()).orElse(MediaFilter.BOTH);
        this.maxAge = Certification.minAge(preferences.maxCertification());
        this.watchWish = watchWish(preferences, catalogue);
    }

    static TitleFilter of(UserContext context, Catalogue catalogue) {
        return new TitleFilter(context, catalogue);
    }

    /**
     * Whoever names providers sees only what these include. Where no offers are known at all, though, the list would be empty
     * for want of data and not of titles: there the wish is left out.
     */
    private static WatchWish watchWish(Preferences preferences, Catalogue catalogue) {
        if (preferences.providers().isEmpty()) {
            return WatchWish.NONE;
        }
        WatchWish wish = WatchWish.of(preferences.region(), preferences.providers(), catalogue);
        return wish.isKnownTo(catalogue) ? wish : WatchWish.NONE;
    }

    private static Set<Genre> genres(List<String> names) {
        Set<Genre> genres = new HashSet<>();
        names.forEach(name -> Genre.parse(name).ifPresent(genre -> genres.addAll(genre.tastes())));
        return genres;
    }

    /** Whether the title of this index may be shown. */
    @Override
    public boolean test(int titleIndex) {
        Title title = catalogue.title(titleIndex);
        return context.mediaType().accepts(title.id().type())
                && (context.mediaType() != MediaFilter.BOTH
                        || preferredType.accepts(title.id().type()))
                && !context.hidden().contains(title.id())
                && hasWantedVotes(title)
                && hasWantedYear(title)
                && isAllowedFor(title)
                && watchWish.accepts(title)
                && hasNothingExcluded(title);
    }

    private boolean hasWantedVotes(Title title) {
        if (title.voteCount() == 0) {
            return preferences.minRating() <= 0;
        }
        return title.voteAverage() >= preferences.minRating() && title.voteAverage() <= preferences.maxRating();
    }

    private boolean hasWantedYear(Title title) {
        if (title.year() == 0) {
            return preferences.releaseYearStart() <= Preferences.FIRST_YEAR
                    && preferences.releaseYearEnd() >= Preferences.LAST_YEAR;
        }
        return title.year() >= preferences.releaseYearStart() && title.year() <= preferences.releaseYearEnd();
    }

    /** With a cap set, a title without a known certification is not shown: the cap is there to protect. */
    private boolean isAllowedFor(Title title) {
        return maxAge == Certification.UNKNOWN_AGE
                || Certification.isKnown(title.certification())
                        && Certification.minAge(title.certification()) <= maxAge;
    }

    private boolean hasNothingExcluded(Title title) {
        if (!excludedGenres.isEmpty() && Genre.tastesOf(title.genres()).stream().anyMatch(excludedGenres::contains)) {
            return false;
        }
        return excludedKeywords.isEmpty()
                || title.keywords().stream()
                        .noneMatch(word -> excludedKeywords.contains(word.toLowerCase(Locale.ROOT)));
    }
}

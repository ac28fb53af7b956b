package movierec.catalogue.tmdb;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import movierec.recommend.MediaFilter;
import movierec.recommend.UserContext;
import movierec.taste.Preferences;
import movierec.title.Certification;
import movierec.title.Genre;
import movierec.title.MediaType;

/**
 * What to ask of TMDB so that the titles of its answer pass a user's filters. Only the wishes go out, nothing that says whose
 * they are.
 *
 * @param providerNumbers TMDB's numbers of a service by its name
 */
record LiveQuestions(String language, Function<String, List<Integer>> providerNumbers) {
    private static final int ROWS = 20;

    /** Without enough votes an average means nothing. */
    private static final String ENOUGH_VOTES = "50";

    /** At most two. */
    List<TmdbRequest> of(UserContext context, int limit) {
        Preferences preferences = context.preferences();
        if (Certification.isKnown(preferences.maxCertification())) {
            // Rows of lists carry no certification, so none of them would pass the cap.
            return List.of();
        }
        MediaFilter filter = context.mediaType() == MediaFilter.BOTH
                ? MediaFilter.of(preferences.mediaType()).orElse(MediaFilter.BOTH)
                : context.mediaType();
        List<TmdbRequest> questions = new ArrayList<>();
        for (MediaType type : MediaType.values()) {
            if (filter.accepts(type)) {
                questions.add(question(type, preferences));
            }
        }
        if (questions.size() == 1 && limit > ROWS) {
            questions.add(questions.getFirst().with("page", "2"));
        }
        return questions;
    }

    private TmdbRequest question(MediaType type, Preferences preferences) {
        TmdbRequest request = TmdbRequest.to("/discover/" + type.word(), "results")
                .with("include_adult", "false")
                .with("language", language)
                .with("sort_by", "popularity.desc");
        request = withVotes(request, preferences);
        request = withYears(request, type == MediaType.MOVIE ? "primary_release_date" : "first_air_date", preferences);
        request = withGenres(request, type, preferences);
        if (preferences.languagePreferences().size() == 1) {
            String wanted = preferences.languagePreferences().getFirst();
            request = wanted.matches("[a-z]{2}") ? request.with("with_original_language", wanted) : request;
        }
        return withProviders(request, preferences);
    }

    private static TmdbRequest withVotes(TmdbRequest request, Preferences preferences) {
        TmdbRequest asked = request;
        if (preferences.minRating() > 0) {
            asked = asked.with("vote_average.gte", Double.toString(preferences.minRating()));
        }
        if (preferences.maxRating() < 10) {
            asked = asked.with("vote_average.lte", Double.toString(preferences.maxRating()));
        }
        return asked.equals(request) ? request : asked.with("vote_count.gte", ENOUGH_VOTES);
    }

    private static TmdbRequest withYears(TmdbRequest request, String date, Preferences preferences) {
        TmdbRequest asked = request;
        if (preferences.releaseYearStart() > Preferences.FIRST_YEAR) {
            asked = asked.with(date + ".gte", preferences.releaseYearStart() + "-01-01");
        }
        if (preferences.releaseYearEnd() < Preferences.LAST_YEAR) {
            asked = asked.with(date + ".lte", preferences.releaseYearEnd() + "-12-31");
        }
        return asked;
    }

    private static TmdbRequest withGenres(TmdbRequest request, MediaType type, Preferences preferences) {
        Set<Genre> excluded = genres(preferences.excludedGenres(), type);
        Set<Genre> wanted = genres(preferences.favoriteGenres(), type);
        wanted.removeAll(excluded);
        TmdbRequest asked = excluded.isEmpty() ? request : request.with("without_genres", numbers(excluded, ","));
        // A bar means any of them.
        return wanted.isEmpty() ? asked : asked.with("with_genres", numbers(wanted, "|"));
    }

    private static Set<Genre> genres(List<String> names, MediaType type) {
        Set<Genre> genres = new LinkedHashSet<>();
        for (String name : names) {
            Genre.parse(name).stream()
                    .flatMap(genre -> genre.tastes().stream())
                    .flatMap(taste ->
                            (type == MediaType.MOVIE ? TmdbGenres.ofMovies(taste) : TmdbGenres.ofShows(taste)).stream())
                    .forEach(genres::add);
        }
        return genres;
    }

    private static String numbers(Set<Genre> genres, String separator) {
        return genres.stream().map(genre -> Integer.toString(genre.id())).collect(Collectors.joining(separator));
    }

    /** TMDB silently ignores services without a country. */
    private TmdbRequest withProviders(TmdbRequest request, Preferences preferences) {
        String numbers = preferences.providers().stream()
                .flatMap(name -> providerNumbers.apply(name).stream())
                .distinct()
                .map(number -> Integer.toString(number))
                .collect(Collectors.joining("|"));
        return numbers.isEmpty() || !preferences.region().matches("[A-Z]{2}")
                ? request
                : request.with("watch_region", preferences.region()).with("with_watch_providers", numbers);
    }
}

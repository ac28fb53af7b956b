package movierec.catalogue.tmdb;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import movierec.title.Genre;

/** How the genres of movies and of shows pair up. */
final class TmdbGenres {
    /** How many genres have lists of their own. */
    static final int TOP = 5;

    /** The most wanted where nobody has said what they want: what most people watch. */
    static final List<Genre> DEFAULT_ORDER =
            List.of(Genre.ACTION, Genre.COMEDY, Genre.DRAMA, Genre.SCIENCE_FICTION, Genre.THRILLER);

    private static final Set<Genre> ONLY_MOVIES =
            Set.of(Genre.HISTORY, Genre.HORROR, Genre.MUSIC, Genre.ROMANCE, Genre.TV_MOVIE, Genre.THRILLER);
    private static final Set<Genre> ONLY_SHOWS = Set.of(Genre.NEWS, Genre.REALITY, Genre.SOAP, Genre.TALK);
    private static final Map<Genre, Genre> JOINED = new EnumMap<>(Map.of(
            Genre.ACTION, Genre.ACTION_ADVENTURE,
            Genre.ADVENTURE, Genre.ACTION_ADVENTURE,
            Genre.SCIENCE_FICTION, Genre.SCI_FI_FANTASY,
            Genre.FANTASY, Genre.SCI_FI_FANTASY,
            Genre.WAR, Genre.WAR_POLITICS));

    private TmdbGenres() {}

    /** The five most wanted, each as movies know it where they do. */
    static List<Genre> top(List<Genre> wanted) {
        Set<Genre> top = new LinkedHashSet<>();
        wanted.forEach(genre -> top.addAll(genre.tastes()));
        top.addAll(DEFAULT_ORDER);
        return top.stream().limit(TOP).toList();
    }

    static Optional<Genre> ofMovies(Genre genre) {
        return ONLY_SHOWS.contains(genre) ? Optional.empty() : Optional.of(genre);
    }

    /** What shows call it. */
    static Optional<Genre> ofShows(Genre genre) {
        return ONLY_MOVIES.contains(genre) ? Optional.empty() : Optional.of(JOINED.getOrDefault(genre, genre));
    }
}

package movierec.title;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A TMDB genre, of movies, of shows or of both. Shows have a few genres of their own that join two of the movies';
 * {@link #tastes()} maps both worlds to one, so that a taste for action reaches "Action &amp; Adventure" shows.
 */
public enum Genre {
    ACTION(28, "Action"),
    ADVENTURE(12, "Adventure"),
    ANIMATION(16, "Animation"),
    COMEDY(35, "Comedy"),
    CRIME(80, "Crime"),
    DOCUMENTARY(99, "Documentary"),
    DRAMA(18, "Drama"),
    FAMILY(10751, "Family"),
    FANTASY(14, "Fantasy"),
    HISTORY(36, "History"),
    HORROR(27, "Horror"),
    MUSIC(10402, "Music"),
    MYSTERY(9648, "Mystery"),
    ROMANCE(10749, "Romance"),
    SCIENCE_FICTION(878, "Science Fiction"),
    TV_MOVIE(10770, "TV Movie"),
    THRILLER(53, "Thriller"),
    WAR(10752, "War"),
    WESTERN(37, "Western"),
    ACTION_ADVENTURE(10759, "Action & Adventure"),
    KIDS(10762, "Kids"),
    NEWS(10763, "News"),
    REALITY(10764, "Reality"),
    SCI_FI_FANTASY(10765, "Sci-Fi & Fantasy"),
    SOAP(10766, "Soap"),
    TALK(10767, "Talk"),
    WAR_POLITICS(10768, "War & Politics");

    private static final Map<Genre, Set<Genre>> JOINED = Map.of(
            ACTION_ADVENTURE, EnumSet.of(ACTION, ADVENTURE),
            SCI_FI_FANTASY, EnumSet.of(SCIENCE_FICTION, FANTASY),
            WAR_POLITICS, EnumSet.of(WAR),
            KIDS, EnumSet.of(FAMILY));

    private final int id;
    private final String label;

    Genre(int id, String label) {
        this.id = id;
        this.label = label;
    }

    /** TMDB's number. */
    public int id() {
        return id;
    }

    /** The name shown to people. */
    public String label() {
        return label;
    }

    /** The movie genres this genre stands for; itself, unless it is one of the shows' joined genres. */
    public Set<Genre> tastes() {
        Set<Genre> joined = JOINED.get(this);
        return joined != null ? joined : EnumSet.of(this);
    }

    /** All tastes of several genres. */
    public static Set<Genre> tastesOf(List<Genre> genres) {
        Set<Genre> tastes = EnumSet.noneOf(Genre.class);
        for (Genre genre : genres) {
            tastes.addAll(genre.tastes());
        }
        return tastes;
    }

    /** Reads a TMDB number ("878") or a name in any case ("science fiction", "sci-fi"). */
    public static Optional<Genre> parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.equals("sci-fi") || wanted.equals("scifi")) {
            return Optional.of(SCIENCE_FICTION);
        }
        for (Genre genre : values()) {
            if (genre.label.toLowerCase(Locale.ROOT).equals(wanted)
                    || Integer.toString(genre.id).equals(wanted)) {
                return Optional.of(genre);
            }
        }
        return Optional.empty();
    }
}

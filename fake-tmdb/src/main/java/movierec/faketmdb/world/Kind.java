package movierec.faketmdb.world;

import java.util.List;

/** The two types of titles, each with ids of its own. */
public enum Kind {
    MOVIE(
            "movie",
            "release_date",
            List.of(28, 12, 16, 35, 80, 99, 18, 10751, 14, 36, 27, 10402, 9648, 10749, 878, 10770, 53, 10752, 37)),
    TV(
            "tv",
            "first_air_date",
            List.of(10759, 10762, 10763, 10764, 10765, 10766, 10767, 10768, 16, 35, 80, 99, 18, 10751, 9648, 37));

    private final String word;
    private final String dateKey;
    private final List<Integer> genres;

    Kind(String word, String dateKey, List<Integer> genres) {
        this.word = word;
        this.dateKey = dateKey;
        this.genres = genres;
    }

    /** As it stands in paths and in {@code media_type}. */
    public String word() {
        return word;
    }

    /** The key of the day of its first showing. */
    public String dateKey() {
        return dateKey;
    }

    /** The numbers of its genres. */
    public List<Integer> genres() {
        return genres;
    }
}

package movierec.catalogue.importer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What people called the movies: the tags on which at least two of them agree, the most frequent first. */
final class MovieLensTags {
    private static final int MIN_USERS = 2;
    private static final int MAX_TAGS = 10;
    private static final int MAX_LENGTH = 40;

    /** Notes to oneself about when, where and how a movie was or will be seen; nobody else's business. */
    private static final Pattern PRIVATE_NOTE = Pattern.compile(
            ".*(netflix|dvd|vhs|blu-?ray|queue|library|watchlist|to see|to watch|watched|seen|own(ed)?\\b|imdb|"
                    + "\\bafi\\b|bd-?r|clv|my movies|\\d{4}).*");

    private final Map<Integer, Map<String, Users>> tagsByMovie = new HashMap<>();

    /** How many users said it; a file lists each user's tags together, so remembering the latest one is enough. */
    private static final class Users {
        private int latest = -1;
        private int count;
    }

    static MovieLensTags none() {
        return new MovieLensTags();
    }

    static MovieLensTags read(DataFile file) {
        MovieLensTags tags = new MovieLensTags();
        CsvColumns columns = new CsvColumns(file.name(), List.of("userid", "movieid", "tag"));
        Rows.read(file, Progress.NONE, columns.visitor(cells -> {
            String tag = cells.get(2).strip().toLowerCase(Locale.ROOT);
            if (!tag.isEmpty()
                    && tag.length() <= MAX_LENGTH
                    && !PRIVATE_NOTE.matcher(tag).matches()) {
                tags.add(Integer.parseInt(cells.get(0)), Integer.parseInt(cells.get(1)), tag);
            }
        }));
        return tags;
    }

    /** The keywords of a movie. */
    List<String> of(int movieId) {
        return tagsByMovie.getOrDefault(movieId, Map.of()).entrySet().stream()
                .filter(tag -> tag.getValue().count >= MIN_USERS)
                .sorted(Comparator.<Map.Entry<String, Users>>comparingInt(tag -> -tag.getValue().count)
                        .thenComparing(Map.Entry::getKey))
                .limit(MAX_TAGS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void add(int user, int movieId, String tag) {
        Users users = tagsByMovie.computeIfAbsent(movieId, m -> new HashMap<>()).computeIfAbsent(tag, t -> new Users());
        if (users.latest != user) {
            users.latest = user;
            users.count++;
        }
    }
}

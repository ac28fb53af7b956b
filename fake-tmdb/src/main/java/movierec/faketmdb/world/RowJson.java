package movierec.faketmdb.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rows of lists, with the keys that TMDB gives them. */
final class RowJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RowJson() {}

    static ObjectNode row(FakeTitle title) {
        ObjectNode row = common(title);
        ArrayNode genres = row.putArray("genre_ids");
        title.genres().forEach(genres::add);
        if (title.kind() == Kind.TV) {
            row.putArray("origin_country").add(title.country());
        }
        return row;
    }

    /** As lists of mixed types have it. */
    static ObjectNode withType(FakeTitle title) {
        return row(title).put("media_type", title.kind().word());
    }

    /** What rows and details have in common. */
    static ObjectNode common(FakeTitle title) {
        ObjectNode row = JSON.objectNode();
        row.put("adult", title.adult());
        if (!title.has(Trap.MISSING_BACKDROP)) {
            row.put("backdrop_path", title.has(Trap.NO_BACKDROP) ? null : Pictures.backdrop(title));
        }
        row.put("id", title.id());
        row.put("original_language", title.language());
        boolean movie = title.kind() == Kind.MOVIE;
        row.put(movie ? "title" : "name", title.name());
        row.put(movie ? "original_title" : "original_name", title.originalName());
        row.put("overview", title.overview());
        row.put("poster_path", title.has(Trap.NO_POSTER) ? null : Pictures.poster(title));
        if (!title.has(Trap.MISSING_DATE)) {
            row.put(title.kind().dateKey(), title.date());
        }
        if (movie) {
            row.put("video", false);
        }
        putNumber(
                row,
                "popularity",
                title.has(Trap.WHOLE_POPULARITY) ? Math.round(title.popularity()) : title.popularity());
        putNumber(
                row,
                "vote_average",
                title.has(Trap.WHOLE_VOTE) ? Math.round(title.voteAverage()) : title.voteAverage());
        row.put("vote_count", title.voteCount());
        return row;
    }

    /** Whole numbers are written without a fraction, as JSON from TMDB has it. */
    private static void putNumber(ObjectNode row, String key, double value) {
        if (value == Math.rint(value)) {
            row.put(key, (long) value);
        } else {
            row.put(key, value);
        }
    }

    static ObjectNode person(Person person, FakeTitle knownFor) {
        ObjectNode row = JSON.objectNode();
        row.put("adult", false);
        row.put("id", person.id());
        row.put("name", person.name());
        row.put("original_name", person.name());
        row.put("media_type", "person");
        row.put("popularity", person.popularity());
        row.put("gender", person.gender());
        row.put("known_for_department", person.department());
        row.put("profile_path", person.pictured() ? Pictures.path("face", person.id()) : null);
        row.putArray("known_for").add(withType(knownFor));
        return row;
    }

    static ObjectNode collection(int id, String name) {
        return JSON.objectNode()
                .put("adult", false)
                .put("id", id)
                .put("title", name)
                .put("original_title", name)
                .put("overview", "")
                .putNull("backdrop_path")
                .putNull("poster_path")
                .put("media_type", "collection")
                .put("original_language", "en");
    }
}

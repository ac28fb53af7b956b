package movierec.server.title;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import movierec.recommend.MediaFilter;
import movierec.server.json.Parameters;
import movierec.title.Title;
import movierec.title.TitleId;

/** Parameters that several catalogue endpoints have in common. */
final class TitleQuery {
    static final int DEFAULT_LIMIT = 20;
    static final int MAX_LIMIT = 100;
    private static final int MAX_EXCLUDED = 500;
    private static final List<String> MEDIA_TYPES = List.of("both", "movie", "tv");

    private TitleQuery() {}

    static MediaFilter mediaType(Parameters query) {
        return MediaFilter.of(query.word("mediaType", MEDIA_TYPES, "both")).orElse(MediaFilter.BOTH);
    }

    static Predicate<Title> ofType(MediaFilter mediaType) {
        return title -> mediaType.accepts(title.id().type());
    }

    /** Titles that are not wanted, such as those the client shows already. */
    static Set<TitleId> excluded(Parameters query) {
        return new HashSet<>(query.list("excludeIds", MAX_EXCLUDED, TitleId::parse, "title ids such as movie:550"));
    }
}

package movierec.sqlite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import movierec.title.MediaType;
import movierec.title.TitleId;

/** Title ids as SQLite takes and keeps them. */
final class TitleIds {
    private TitleIds() {}

    /** The numbers of one type as a JSON array, for {@code json_each}: one parameter, however many there are. */
    static String numbers(Collection<TitleId> ids, MediaType type) {
        return ids.stream()
                .filter(id -> id.type() == type)
                .map(id -> Integer.toString(id.number()))
                .distinct()
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** As {@link #parse} reads it. */
    static String text(List<TitleId> ids) {
        return ids.stream().map(TitleId::toString).collect(Collectors.joining(" "));
    }

    static List<TitleId> parse(String text) {
        List<TitleId> ids = new ArrayList<>();
        Arrays.stream(text.split(" ")).forEach(word -> TitleId.parse(word).ifPresent(ids::add));
        return ids;
    }
}

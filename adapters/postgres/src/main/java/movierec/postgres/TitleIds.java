package movierec.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import movierec.failure.OutsideFailure;
import movierec.title.MediaType;
import movierec.title.TitleId;

/** Title ids as PostgreSQL takes and keeps them. */
final class TitleIds {
    private TitleIds() {}

    static TitleId of(String mediaType, int number) {
        MediaType type =
                MediaType.of(mediaType).orElseThrow(() -> PostgresDatabase.damaged("the type of a title", mediaType));
        return new TitleId(type, number);
    }

    /** The numbers of one type, each once, for {@code = ANY (?)}: one parameter, however many there are. */
    static Integer[] numbers(Collection<TitleId> ids, MediaType type) {
        return ids.stream()
                .filter(id -> id.type() == type)
                .map(TitleId::number)
                .distinct()
                .toArray(Integer[]::new);
    }

    /** As {@link #parse} reads it. */
    static String text(List<TitleId> ids) {
        return ids.stream().map(TitleId::toString).collect(Collectors.joining(" "));
    }

    /** @throws OutsideFailure when a word is no id */
    static List<TitleId> parse(String text) {
        List<TitleId> ids = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int space = text.indexOf(' ', start);
            int end = space < 0 ? text.length() : space;
            String word = text.substring(start, end);
            ids.add(TitleId.parse(word).orElseThrow(() -> PostgresDatabase.damaged("a list of titles", word)));
            start = end + 1;
        }
        return ids;
    }
}

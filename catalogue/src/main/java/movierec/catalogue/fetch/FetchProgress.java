package movierec.catalogue.fetch;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import movierec.title.ListKey;
import movierec.title.TitleId;

/**
 * How far a run has come with its lists, as a document that survives the process. Titles need no place in it: what is known
 * about them says by itself whether they are to be asked for. Not thread-safe.
 */
final class FetchProgress {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, Pages> lists;

    /** Pages of one list, each with the titles that stood on it, and when the first one was asked for. */
    record Pages(String fetchedAt, List<List<String>> pages) {}

    private record Document(
            @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Pages> lists) {}

    private FetchProgress(Map<String, Pages> lists) {
        this.lists = new LinkedHashMap<>(lists);
    }

    static FetchProgress none() {
        return new FetchProgress(Map.of());
    }

    /** Reads what {@link #write} wrote; anything else is no progress. */
    static FetchProgress read(String document) {
        if (document.isEmpty()) {
            return none();
        }
        try {
            return new FetchProgress(MAPPER.readValue(document, Document.class).lists());
        } catch (JsonProcessingException ofAnotherRelease) {
            return none();
        }
    }

    String write() {
        try {
            return MAPPER.writeValueAsString(new Document(lists));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    int pagesOf(ListKey list) {
        Pages known = lists.get(list.toString());
        return known == null ? 0 : known.pages().size();
    }

    void add(ListKey list, Instant at, Collection<TitleId> page) {
        Pages known = lists.computeIfAbsent(list.toString(), key -> new Pages(at.toString(), new ArrayList<>()));
        known.pages().add(page.stream().map(TitleId::toString).toList());
    }

    /** When the first page of a list was asked for. */
    Instant startOf(ListKey list, Instant otherwise) {
        Pages known = lists.get(list.toString());
        return known == null ? otherwise : Instant.parse(known.fetchedAt());
    }

    /** The titles of a list so far, each once, in its order. */
    Set<TitleId> titlesOf(ListKey list) {
        Set<TitleId> titles = new LinkedHashSet<>();
        Pages known = lists.get(list.toString());
        if (known != null) {
            known.pages()
                    .forEach(page -> page.forEach(text -> TitleId.parse(text).ifPresent(titles::add)));
        }
        return titles;
    }
}

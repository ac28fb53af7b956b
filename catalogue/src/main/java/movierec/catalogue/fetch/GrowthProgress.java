package movierec.catalogue.fetch;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import movierec.title.ListKey;

/**
 * How far a catalogue has grown, as a document that is kept from run to run.
 *
 * @param nextPages the page of each list that is asked for next
 * @param changesUpTo ISO date up to which changes are known, or empty
 */
record GrowthProgress(
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Integer> nextPages,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String changesUpTo) {
    private static final JsonMapper MAPPER = new JsonMapper();

    GrowthProgress {
        nextPages = Map.copyOf(nextPages);
    }

    /** Reads what {@link #write} wrote; anything else is a beginning. */
    static GrowthProgress read(String document) {
        try {
            return document.isEmpty()
                    ? new GrowthProgress(Map.of(), "")
                    : MAPPER.readValue(document, GrowthProgress.class);
        } catch (JsonProcessingException ofAnotherRelease) {
            return new GrowthProgress(Map.of(), "");
        }
    }

    String write() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    int nextPage(ListKey list, int first) {
        return nextPages.getOrDefault(list.toString(), first);
    }

    GrowthProgress withNextPage(ListKey list, int page) {
        Map<String, Integer> pages = new LinkedHashMap<>(nextPages);
        pages.put(list.toString(), page);
        return new GrowthProgress(pages, changesUpTo);
    }

    GrowthProgress withChangesUpTo(LocalDate day) {
        return new GrowthProgress(nextPages, day.toString());
    }
}

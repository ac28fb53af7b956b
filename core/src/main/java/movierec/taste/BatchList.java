package movierec.taste;

import java.util.List;
import movierec.title.TitleId;

/**
 * The titles that a model thinks a user would like best, computed beforehand (REC-6).
 *
 * @param modelVersion the model that computed it
 * @param tasteVersion the user's {@link TasteStore#version} it was computed from
 * @param entries best first: an entry's place is its rank
 */
public record BatchList(String modelVersion, long tasteVersion, List<Entry> entries) {
    /** As many as the pipeline looks at. */
    public static final int MAX_ENTRIES = 200;

    /** What there is when nothing was computed. */
    public static final BatchList NONE = new BatchList("", 0, List.of());

    public BatchList {
        entries = List.copyOf(entries);
        if (entries.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException("a list has at most " + MAX_ENTRIES + " titles, not " + entries.size());
        }
    }

    /**
     * One title of a list.
     *
     * @param score above 0, on the model's own scale
     */
    public record Entry(TitleId titleId, float score) {}
}

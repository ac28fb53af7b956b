package movierec.learning.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import movierec.learning.matrix.RowCollector;
import movierec.learning.matrix.SparseRows;
import movierec.recommend.content.SymbolicVectors;
import movierec.title.Title;
import movierec.title.TitleId;

/** What titles are, as the learning layer wants it: titles x facts, in the words and weights of {@link SymbolicVectors}. */
public final class ContentFeatures {
    private ContentFeatures() {}

    /**
     * One row per title.
     *
     * @param order which title has which row
     * @param known what is known, in any order; a title of which nothing is known has an empty row
     */
    public static SparseRows of(List<TitleId> order, Iterable<Title> known) {
        Map<TitleId, Title> byId = new HashMap<>();
        known.forEach(title -> byId.put(title.id(), title));
        Map<String, Integer> factIndexes = new HashMap<>();
        List<Map<Integer, Float>> rows = new ArrayList<>();
        for (TitleId titleId : order) {
            Map<Integer, Float> row = new TreeMap<>();
            Title title = byId.get(titleId);
            if (title != null) {
                SymbolicVectors.describe(title)
                        .forEach((fact, weight) -> row.put(
                                factIndexes.computeIfAbsent(fact, f -> factIndexes.size()), weight.floatValue()));
            }
            rows.add(row);
        }
        RowCollector collector = new RowCollector(rows.size(), factIndexes.size());
        for (int r = 0; r < rows.size(); r++) {
            float[] values = new float[rows.get(r).size()];
            int n = 0;
            for (float value : rows.get(r).values()) {
                values[n++] = value;
            }
            collector.row(r, rows.get(r).keySet().stream().mapToInt(f -> f).toArray(), values);
        }
        return collector.collected();
    }
}

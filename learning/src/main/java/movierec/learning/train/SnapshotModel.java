package movierec.learning.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import movierec.learning.matrix.TopK;
import movierec.learning.snapshot.Snapshot;
import movierec.model.CollaborativeModel;
import movierec.model.FoldedIn;
import movierec.model.ModelInfo;
import movierec.title.TitleId;

/** Serves an open snapshot: a fold-in is the weighted sum of a few hundred entries per history item. */
final class SnapshotModel implements CollaborativeModel {
    private final Snapshot snapshot;
    private final ModelInfo info;
    private final List<TitleId> titles = new ArrayList<>();
    private final Map<TitleId, Integer> indexes = new HashMap<>();

    SnapshotModel(Snapshot snapshot, ModelInfo info) {
        this.snapshot = snapshot;
        this.info = info;
        for (int i = 0; i < snapshot.itemCount(); i++) {
            TitleId titleId = TitleCode.decode(snapshot.itemId(i));
            titles.add(titleId);
            indexes.put(titleId, i);
        }
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public int itemCount() {
        return titles.size();
    }

    @Override
    public TitleId titleAt(int itemIndex) {
        return titles.get(itemIndex);
    }

    @Override
    public int indexOf(TitleId titleId) {
        return indexes.getOrDefault(titleId, -1);
    }

    @Override
    public FoldedIn foldIn(int[] historyIndexes, float[] weights) {
        return new Sum(snapshot, historyIndexes, weights);
    }

    private record Sum(Snapshot snapshot, int[] historyIndexes, float[] weights) implements FoldedIn {
        @Override
        public int itemCount() {
            return snapshot.itemCount();
        }

        @Override
        public void scores(float[] scores) {
            Arrays.fill(scores, 0);
            for (int h = 0; h < historyIndexes.length; h++) {
                snapshot.addRow(historyIndexes[h], weights[h], scores);
            }
        }

        @Override
        public float[] explain(int itemIndex) {
            float[] parts = new float[historyIndexes.length];
            for (int h = 0; h < parts.length; h++) {
                parts[h] = weights[h] * snapshot.weight(historyIndexes[h], itemIndex);
            }
            return parts;
        }
    }

    @Override
    public List<Neighbour> similar(int itemIndex, int limit) {
        float[] row = new float[itemCount()];
        snapshot.addRow(itemIndex, 1, row);
        for (int j = 0; j < row.length; j++) {
            // A weight of 0 or less says that two titles do not go together.
            if (row[j] <= 0) {
                row[j] = Float.NEGATIVE_INFINITY;
            }
        }
        List<Neighbour> neighbours = new ArrayList<>();
        for (int j : TopK.indexes(row, limit)) {
            neighbours.add(new Neighbour(j, row[j]));
        }
        return neighbours;
    }
}

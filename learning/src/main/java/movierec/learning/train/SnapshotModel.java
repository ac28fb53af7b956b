package movierec.learning.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import movierec.learning.FittedModel;
import movierec.learning.matrix.TopK;
import movierec.learning.snapshot.Snapshot;
import movierec.model.CollaborativeModel;
import movierec.model.FoldedIn;
import movierec.model.ModelInfo;
import movierec.title.TitleId;

/** Serves a model: an open snapshot, or what was just fitted. */
final class SnapshotModel implements CollaborativeModel {
    private final FittedModel fitted;
    private final ModelInfo info;
    private final List<TitleId> titles;
    private final Map<TitleId, Integer> indexes = new HashMap<>();

    SnapshotModel(Snapshot snapshot, ModelInfo info) {
        this(
                snapshot.ensemble(),
                IntStream.range(0, snapshot.itemCount())
                        .mapToObj(i -> TitleCode.decode(snapshot.itemId(i)))
                        .toList(),
                info);
    }

    /** @param titles by item index */
    SnapshotModel(FittedModel fitted, List<TitleId> titles, ModelInfo info) {
        this.fitted = fitted;
        this.info = info;
        this.titles = List.copyOf(titles);
        for (int i = 0; i < titles.size(); i++) {
            indexes.put(titles.get(i), i);
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
        return fitted.foldIn(historyIndexes, weights);
    }

    @Override
    public List<Neighbour> similar(int itemIndex, int limit) {
        float[] scores = fitted.similarities(itemIndex);
        for (int j = 0; j < scores.length; j++) {
            // 0 or less says that two titles do not go together.
            if (scores[j] <= 0 || j == itemIndex) {
                scores[j] = Float.NEGATIVE_INFINITY;
            }
        }
        List<Neighbour> neighbours = new ArrayList<>();
        for (int j : TopK.indexes(scores, limit)) {
            neighbours.add(new Neighbour(j, scores[j]));
        }
        return neighbours;
    }
}

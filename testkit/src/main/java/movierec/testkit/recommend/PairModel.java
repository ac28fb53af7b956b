package movierec.testkit.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import movierec.model.CollaborativeModel;
import movierec.model.FoldedIn;
import movierec.model.ModelInfo;
import movierec.title.TitleId;

/** A model whose weights are written down pair by pair, so that a test knows every score. */
public final class PairModel implements CollaborativeModel {
    private final ModelInfo info;
    private final List<TitleId> titles;
    private final float[][] weights;

    public PairModel(List<TitleId> titles) {
        this("pairs", titles);
    }

    public PairModel(String version, List<TitleId> titles) {
        this.info = new ModelInfo(
                version, "pairs", Instant.EPOCH, List.of("this test"), false, 0, titles.size(), 0, Map.of(), Map.of());
        this.titles = List.copyOf(titles);
        this.weights = new float[titles.size()][titles.size()];
    }

    /** People who like one like the other, so strongly. */
    public PairModel pair(TitleId one, TitleId other, double weight) {
        weights[indexOf(one)][indexOf(other)] = (float) weight;
        weights[indexOf(other)][indexOf(one)] = (float) weight;
        return this;
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
        return titles.indexOf(titleId);
    }

    @Override
    public FoldedIn foldIn(int[] historyIndexes, float[] historyWeights) {
        return new FoldedIn() {
            @Override
            public int itemCount() {
                return titles.size();
            }

            @Override
            public void scores(float[] scores) {
                for (int itemIndex = 0; itemIndex < scores.length; itemIndex++) {
                    scores[itemIndex] = 0;
                    for (float part : explain(itemIndex)) {
                        scores[itemIndex] += part;
                    }
                }
            }

            @Override
            public float[] explain(int itemIndex) {
                float[] parts = new float[historyIndexes.length];
                for (int position = 0; position < parts.length; position++) {
                    parts[position] = historyWeights[position] * weights[historyIndexes[position]][itemIndex];
                }
                return parts;
            }
        };
    }

    @Override
    public List<Neighbour> similar(int itemIndex, int limit) {
        List<Neighbour> neighbours = new ArrayList<>();
        for (int other = 0; other < titles.size(); other++) {
            if (weights[itemIndex][other] > 0) {
                neighbours.add(new Neighbour(other, weights[itemIndex][other]));
            }
        }
        neighbours.sort(Comparator.comparing(Neighbour::similarity).reversed());
        return neighbours.subList(0, Math.min(limit, neighbours.size()));
    }
}

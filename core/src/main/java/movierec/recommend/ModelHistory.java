package movierec.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import movierec.model.CollaborativeModel;
import movierec.model.FoldedIn;

/**
 * The part of a history that the collaborative model knows, and what the model makes of it.
 *
 * @param items the history's items, same order as the arrays
 * @param itemIndexes the model's indexes of these items
 * @param weights how much each counts
 * @param folded the items placed in the model; {@link FoldedIn#NOTHING} where nothing was liked
 */
record ModelHistory(List<History.Item> items, int[] itemIndexes, float[] weights, FoldedIn folded) {

    static ModelHistory of(History history, ServingState state) {
        List<History.Item> known = new ArrayList<>(history.items().size());
        int[] itemIndexes = new int[history.items().size()];
        float[] weights = new float[history.items().size()];
        if (state.model().isPresent()) {
            CollaborativeModel model = state.model().get();
            for (History.Item item : history.items()) {
                int itemIndex = model.indexOf(item.titleId());
                if (itemIndex >= 0 && item.weight() != 0) {
                    itemIndexes[known.size()] = itemIndex;
                    weights[known.size()] = (float) item.weight();
                    known.add(item);
                }
            }
        }
        int[] knownIndexes = Arrays.copyOf(itemIndexes, known.size());
        float[] knownWeights = Arrays.copyOf(weights, known.size());
        return new ModelHistory(known, knownIndexes, knownWeights, foldIn(known, knownIndexes, knownWeights, state));
    }

    /** There is something to recommend from with at least one liked title. */
    private static FoldedIn foldIn(List<History.Item> items, int[] itemIndexes, float[] weights, ServingState state) {
        return items.stream().anyMatch(History.Item::liked)
                ? state.model().orElseThrow().foldIn(itemIndexes, weights)
                : FoldedIn.NOTHING;
    }

    /** The model's score of every title, NaN where it does not know the title; empty when there is nothing to fold in. */
    float[] scores(ServingState state) {
        return folded.itemCount() > 0 ? byTitle(folded.scores(), state) : new float[0];
    }

    /** As {@link #scores} of only the latest items, each counting half as much as the one {@code halfLife} places newer. */
    float[] recentScores(ServingState state, int maxItems, double halfLife) {
        if (folded.itemCount() == 0) {
            return new float[0];
        }
        int count = Math.min(maxItems, items.size());
        float[] recent = Arrays.copyOf(weights, count);
        for (int position = 0; position < count; position++) {
            recent[position] *= (float) Math.pow(0.5, position / halfLife);
        }
        FoldedIn latest = state.model().orElseThrow().foldIn(Arrays.copyOf(itemIndexes, count), recent);
        return byTitle(latest.scores(), state);
    }

    private static float[] byTitle(float[] byItem, ServingState state) {
        float[] scores = new float[state.catalogue().size()];
        for (int titleIndex = 0; titleIndex < scores.length; titleIndex++) {
            int itemIndex = state.itemOf(titleIndex);
            scores[titleIndex] = itemIndex < 0 ? Float.NaN : byItem[itemIndex];
        }
        return scores;
    }
}

package movierec.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import movierec.model.CollaborativeModel;

/**
 * The part of a history that the collaborative model knows.
 *
 * @param items the history's items, same order as the arrays
 * @param itemIndexes the model's indexes of these items
 * @param weights how much each counts
 */
record ModelHistory(List<History.Item> items, int[] itemIndexes, float[] weights) {

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
        return new ModelHistory(known, Arrays.copyOf(itemIndexes, known.size()), Arrays.copyOf(weights, known.size()));
    }

    /** Whether there is something to recommend from: at least one liked title. */
    boolean isUseful() {
        return items.stream().anyMatch(History.Item::liked);
    }

    /** The model's score of every title, NaN where it does not know the title; empty when there is nothing to fold in. */
    float[] scores(ServingState state) {
        return isUseful() ? byTitle(state.model().orElseThrow().foldIn(itemIndexes, weights), state) : new float[0];
    }

    /** As {@link #scores} of only the latest items, each counting half as much as the one {@code halfLife} places newer. */
    float[] recentScores(ServingState state, int maxItems, double halfLife) {
        int count = Math.min(maxItems, items.size());
        if (!isUseful()) {
            return new float[0];
        }
        float[] recent = Arrays.copyOf(weights, count);
        for (int position = 0; position < count; position++) {
            recent[position] *= (float) Math.pow(0.5, position / halfLife);
        }
        return byTitle(state.model().orElseThrow().foldIn(Arrays.copyOf(itemIndexes, count), recent), state);
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

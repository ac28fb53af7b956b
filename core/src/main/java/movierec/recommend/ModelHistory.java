package movierec.recommend;

import java.util.List;
import java.util.stream.IntStream;
import movierec.model.CollaborativeModel;
import movierec.model.FoldedIn;

/**
 * The part of a history that the collaborative model knows, and what the model makes of it.
 *
 * @param items the history's items that the model knows, earliest first, as models read a history
 * @param folded these items placed in the model; {@link FoldedIn#NOTHING} where nothing was liked
 * @param latest only the latest of them placed in the model, each counting less than the next newer one
 */
record ModelHistory(List<History.Item> items, FoldedIn folded, FoldedIn latest) {
    static final int LATEST_TITLES = 20;
    private static final double HALF_LIFE_TITLES = 8;

    static ModelHistory of(UserContext context, ServingState state) {
        if (state.model().isEmpty()) {
            return new ModelHistory(List.of(), FoldedIn.NOTHING, FoldedIn.NOTHING);
        }
        CollaborativeModel model = state.model().get();
        List<History.Item> known = known(context.history(), model);
        FoldInCache.FoldIns foldIns = state.foldIns().get(context.tasteVersion(), () -> {
            // The whole history last: what solved it is then still at hand when reasons are asked for.
            FoldedIn latest = foldIn(latestOf(known), model);
            return new FoldInCache.FoldIns(foldIn(known, model), latest);
        });
        return new ModelHistory(known, foldIns.all(), foldIns.latest());
    }

    /** The model's score of every title for a whole history that is looked at once. */
    static float[] scores(History history, ServingState state) {
        CollaborativeModel model = state.model().orElseThrow();
        return byTitle(foldIn(known(history, model), model), state);
    }

    private static List<History.Item> known(History history, CollaborativeModel model) {
        return history.items().reversed().stream()
                .filter(item -> item.weight() != 0 && model.indexOf(item.titleId()) >= 0)
                .toList();
    }

    private static List<History.Item> latestOf(List<History.Item> items) {
        List<History.Item> latest = items.subList(Math.max(0, items.size() - LATEST_TITLES), items.size());
        return IntStream.range(0, latest.size())
                .mapToObj(k -> latest.get(k).fadedBy(recency(latest.size() - 1 - k)))
                .toList();
    }

    /** There is something to recommend from with at least one liked title. */
    private static FoldedIn foldIn(List<History.Item> items, CollaborativeModel model) {
        if (items.stream().noneMatch(History.Item::liked)) {
            return FoldedIn.NOTHING;
        }
        int[] itemIndexes =
                items.stream().mapToInt(item -> model.indexOf(item.titleId())).toArray();
        float[] weights = new float[itemIndexes.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = (float) items.get(k).weight();
        }
        return model.foldIn(itemIndexes, weights);
    }

    /** How much a title counts that stands this many places behind the newest one: half as much every few places. */
    static float recency(int position) {
        return (float) Math.pow(0.5, position / HALF_LIFE_TITLES);
    }

    /** The model's score of every title, NaN where it does not know the title; empty when there is nothing to fold in. */
    float[] scores(ServingState state) {
        return byTitle(folded, state);
    }

    /** As {@link #scores} of only the latest titles. */
    float[] latestScores(ServingState state) {
        return byTitle(latest, state);
    }

    private static float[] byTitle(FoldedIn foldedIn, ServingState state) {
        if (foldedIn.itemCount() == 0) {
            return new float[0];
        }
        float[] byItem = foldedIn.scores();
        float[] scores = new float[state.catalogue().size()];
        for (int titleIndex = 0; titleIndex < scores.length; titleIndex++) {
            int itemIndex = state.itemOf(titleIndex);
            scores[titleIndex] = itemIndex < 0 ? Float.NaN : byItem[itemIndex];
        }
        return scores;
    }
}

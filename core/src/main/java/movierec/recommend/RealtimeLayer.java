package movierec.recommend;

import java.util.List;
import movierec.recommend.content.SymbolicVectors;

/**
 * The speed layer: nearness of every title to what the user did last, in content and by the company titles keep, and to what
 * the user stated. Recent titles count more; refused ones push away.
 */
final class RealtimeLayer {
    static final int RECENT_TITLES = ModelHistory.LATEST_TITLES;

    private RealtimeLayer() {}

    /** Scores by title index; each ingredient is scaled to at most 1 before they are averaged. Empty = nothing to go by. */
    static float[] scores(UserContext context, ServingState state, float[] stated, ModelHistory modelHistory) {
        float[] content = contentScores(context.history().items(), state);
        float[] company = modelHistory.latestScores(state);
        float[] sum = new float[0];
        for (float[] ingredient : List.of(content, company, stated)) {
            sum = addScaled(sum, ingredient);
        }
        return sum;
    }

    private static float[] contentScores(List<History.Item> items, ServingState state) {
        SymbolicVectors.Query query = state.content().query();
        for (int position = 0; position < Math.min(RECENT_TITLES, items.size()); position++) {
            History.Item item = items.get(position);
            int titleIndex = state.catalogue().indexOf(item.titleId());
            if (titleIndex >= 0) {
                query.add(titleIndex, item.weight() * ModelHistory.recency(position));
            }
        }
        return query.isEmpty() ? new float[0] : query.scores();
    }

    private static float[] addScaled(float[] sum, float[] ingredient) {
        float largest = 0;
        for (float score : ingredient) {
            largest = score > largest ? score : largest;
        }
        if (largest <= 0) {
            return sum;
        }
        float[] result = sum.length == 0 ? new float[ingredient.length] : sum;
        for (int titleIndex = 0; titleIndex < result.length; titleIndex++) {
            float score = ingredient[titleIndex];
            result[titleIndex] += Float.isNaN(score) ? 0 : score / largest;
        }
        return result;
    }
}

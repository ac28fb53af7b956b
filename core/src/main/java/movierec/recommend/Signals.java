package movierec.recommend;

import java.util.EnumMap;
import java.util.Map;
import movierec.taste.Preferences;
import movierec.title.Catalogue;
import movierec.title.Genre;

/**
 * What the layers say about every title for one user; all arrays are by title index.
 *
 * @param batch the collaborative model's scores, NaN for titles it does not know; empty = the layer is missing
 * @param realtime nearness to what the user did last and stated; empty = the layer is missing
 * @param stated how well titles match the stated preferences, 0 to 1; empty = nothing was stated
 * @param genres how much the user likes each taste genre, 0 to 1
 * @param modelHistory the history as the model sees it, for explanations
 */
record Signals(float[] batch, float[] realtime, float[] stated, Map<Genre, Double> genres, ModelHistory modelHistory) {

    static Signals of(UserContext context, ServingState state) {
        ModelHistory modelHistory = ModelHistory.of(context, state);
        float[] stated = StatedPreferences.match(context.preferences(), state);
        return new Signals(
                state.model().isPresent()
                        ? modelHistory.scores(state)
                        : context.storedBatch().scores(state),
                RealtimeLayer.scores(context, state, stated, modelHistory),
                stated,
                genreAffinity(context.history(), context.preferences(), state.catalogue()),
                modelHistory);
    }

    /** Whether the profile has anything to tell titles apart by for this user. */
    boolean canServe(Profile profile) {
        return hasBatch() || hasRealtime() || profile.judgesWithoutLayers();
    }

    boolean hasBatch() {
        return batch.length > 0;
    }

    boolean hasRealtime() {
        return realtime.length > 0;
    }

    /** Shares of each taste genre in what the user liked and stated, the strongest being 1. */
    static Map<Genre, Double> genreAffinity(History history, Preferences preferences, Catalogue catalogue) {
        Map<Genre, Double> affinity = new EnumMap<>(Genre.class);
        for (History.Item item : history.items()) {
            catalogue.find(item.titleId()).ifPresent(title -> {
                var tastes = Genre.tastesOf(title.genres());
                tastes.forEach(taste -> affinity.merge(taste, item.weight() / Math.sqrt(tastes.size()), Double::sum));
            });
        }
        double strongest = affinity.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double scale = strongest > 0 ? strongest : 1;
        affinity.replaceAll((genre, sum) -> Math.clamp(sum / scale, 0, 1));
        for (String wanted : preferences.favoriteGenres()) {
            Genre.parse(wanted).ifPresent(genre -> genre.tastes().forEach(taste -> affinity.put(taste, 1.0)));
        }
        affinity.values().removeIf(value -> value <= 0);
        return affinity;
    }
}

package movierec.recommend;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import movierec.taste.Event;
import movierec.taste.Preferences;
import movierec.title.TitleId;

/**
 * What the two layers say about every title for one history, on the scale on which the pipeline adds them, so that it can be
 * found out how much each should count (REC-5). Only titles of the history are hidden. Immutable.
 */
public final class LayerBlend {
    /** By title index, 0 to 1; not a number for titles that are not shown. */
    private final double[] batch;

    private final double[] realtime;

    private LayerBlend(double[] batch, double[] realtime) {
        this.batch = batch;
        this.realtime = realtime;
    }

    /** @param now when the history is looked at */
    public static LayerBlend of(List<Event> events, ServingState state, Instant now) {
        UserContext context = UserContext.assumed(events, Set.of(), Preferences.DEFAULTS, MediaFilter.BOTH, now);
        Set<TitleId> settled = context.history().settled();
        List<Integer> candidates = IntStream.range(0, state.catalogue().size())
                .filter(titleIndex ->
                        !settled.contains(state.catalogue().title(titleIndex).id()))
                .boxed()
                .toList();
        Signals signals = Signals.of(context, state);
        // Points of one layer each, also where only one of them has anything to say.
        double[] batch = points(1, state, signals, context, candidates);
        double[] realtime = points(0, state, signals, context, candidates);
        return new LayerBlend(batch, realtime);
    }

    private static double[] points(
            double batchShare, ServingState state, Signals signals, UserContext context, List<Integer> candidates) {
        Scorer scorer =
                new Scorer(Profile.layers("one layer", batchShare), state, signals, Adjustment.of(context, state));
        double[] points = new double[state.catalogue().size()];
        Arrays.fill(points, Double.NaN);
        for (Scored scored : scorer.score(candidates)) {
            points[scored.titleIndex()] = scored.score() / 100;
        }
        return points;
    }

    /**
     * What every title scores, by title index, 0 to 1; less than any score for titles of the history.
     *
     * @param batchShare what the model's opinion counts, 0 to 1; what the user did last counts the rest
     */
    public float[] scores(double batchShare) {
        float[] scores = new float[batch.length];
        for (int titleIndex = 0; titleIndex < scores.length; titleIndex++) {
            double score = batchShare * batch[titleIndex] + (1 - batchShare) * realtime[titleIndex];
            scores[titleIndex] = Double.isNaN(score) ? Float.NEGATIVE_INFINITY : (float) score;
        }
        return scores;
    }
}

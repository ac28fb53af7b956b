package movierec.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import movierec.title.Genre;

/**
 * Gives every candidate its points. Each layer is scaled to 0..1 over the candidates (least to greatest), so that both speak
 * with one voice for every user; a missing layer leaves its points to the other.
 */
final class Scorer {
    /** A title unknown to the model takes its realtime score, trusted this much, until something better predicts it. */
    private static final double TRUST_IN_REALTIME_FOR_NEW_TITLES = 0.7;

    private final Profile profile;
    private final ServingState state;
    private final Signals signals;
    private final Adjustment adjustment;

    Scorer(Profile profile, ServingState state, Signals signals, Adjustment adjustment) {
        this.profile = profile;
        this.state = state;
        this.signals = signals;
        this.adjustment = adjustment;
    }

    List<Scored> score(List<Integer> candidates) {
        Scale batch = Scale.of(signals.batch(), candidates);
        Scale realtime = Scale.of(signals.realtime(), candidates);
        List<Scored> scored = new ArrayList<>(candidates.size());
        for (int titleIndex : candidates) {
            Parts parts = parts(titleIndex, batch, realtime);
            scored.add(new Scored(titleIndex, parts.times(adjustment.factor(titleIndex))));
        }
        return scored;
    }

    private Parts parts(int titleIndex, Scale batch, Scale realtime) {
        double near = realtime.apply(titleIndex);
        double liked = batch.knows(titleIndex) ? batch.apply(titleIndex) : near * TRUST_IN_REALTIME_FOR_NEW_TITLES;
        double both = profile.batchPoints() + profile.realtimePoints();
        double batchPoints = signals.hasBatch() ? (signals.hasRealtime() ? profile.batchPoints() : both) : 0;
        double realtimePoints = signals.hasRealtime() ? (signals.hasBatch() ? profile.realtimePoints() : both) : 0;
        return new Parts(
                profile.genrePoints() > 0 ? profile.genrePoints() * match(titleIndex) : 0,
                profile.qualityPoints() * state.catalogue().quality(titleIndex),
                batchPoints * liked,
                realtimePoints * near,
                0);
    }

    /** How well a title's genres and facts match, 0 to 1: the genres of the history, and what was stated where anything was. */
    private double match(int titleIndex) {
        double genres = genreMatch(
                signals.genres(),
                Genre.tastesOf(state.catalogue().title(titleIndex).genres()));
        return signals.stated().length == 0 ? genres : 0.5 * genres + 0.5 * signals.stated()[titleIndex];
    }

    private static double genreMatch(Map<Genre, Double> affinity, Set<Genre> tastes) {
        double sum = 0;
        double best = 0;
        for (Genre taste : tastes) {
            double liking = affinity.getOrDefault(taste, 0.0);
            sum += liking;
            best = Math.max(best, liking);
        }
        return tastes.isEmpty() ? 0 : 0.5 * best + 0.5 * sum / tastes.size();
    }

    /** Maps scores to 0..1 over the candidates; everything to 0 where the layer is missing. */
    private record Scale(float[] scores, float least, float range) {
        static Scale of(float[] scores, List<Integer> candidates) {
            float least = Float.POSITIVE_INFINITY;
            float greatest = Float.NEGATIVE_INFINITY;
            if (scores.length > 0) {
                for (int titleIndex : candidates) {
                    if (!Float.isNaN(scores[titleIndex])) {
                        least = Math.min(least, scores[titleIndex]);
                        greatest = Math.max(greatest, scores[titleIndex]);
                    }
                }
            }
            return new Scale(scores, least, greatest - least);
        }

        boolean knows(int titleIndex) {
            return scores.length > 0 && !Float.isNaN(scores[titleIndex]);
        }

        double apply(int titleIndex) {
            return knows(titleIndex) && range > 0 ? (scores[titleIndex] - least) / range : 0;
        }
    }
}

package movierec.recommend;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import movierec.taste.ServedList;
import movierec.taste.vocabulary.Term;
import movierec.taste.vocabulary.VocabularyKind;
import movierec.title.TitleId;

/**
 * Factors on a whole score: impression rotation and the dials. A title that was shown again and again and left alone sinks;
 * as the showings age it recovers.
 */
final class Adjustment {
    /** Showings of the last half hour are still on the user's screen and do not count. */
    private static final Duration STILL_ON_SCREEN = Duration.ofMinutes(30);

    /** Lists served within one such span are one visit, and a visit shows a title once. */
    private static final Duration VISIT = Duration.ofHours(6);

    private static final double HALF_LIFE_DAYS = 3;
    private static final double PENALTY_PER_SHOWING = 0.08;
    private static final double MAX_PENALTY = 0.5;
    private static final double NOVELTY_STRENGTH = 0.7;
    private static final double ERA_STRENGTH = 0.4;
    private static final double SHUFFLE_STRENGTH = 0.06;

    private final ServingState state;
    private final Dials dials;
    private final Map<TitleId, Double> showings;
    private final float[] era;

    private Adjustment(ServingState state, Dials dials, Map<TitleId, Double> showings, float[] era) {
        this.state = state;
        this.dials = dials;
        this.showings = showings;
        this.era = era;
    }

    static Adjustment of(UserContext context, ServingState state) {
        Optional<Term> era =
                state.vocabularies().term(VocabularyKind.ERA, context.dials().era());
        float[] strengths = era.map(state::strengths).orElse(new float[0]);
        return new Adjustment(state, context.dials(), showings(context), strengths);
    }

    private static Map<TitleId, Double> showings(UserContext context) {
        Map<TitleId, Double> showings = new HashMap<>();
        Map<Long, Set<TitleId>> visits = new HashMap<>();
        for (ServedList list : context.served()) {
            Duration age = Duration.between(list.at(), context.now());
            if (age.compareTo(STILL_ON_SCREEN) > 0) {
                long visit = list.at().toEpochMilli() / VISIT.toMillis();
                double weight = Math.pow(0.5, age.toMinutes() / (HALF_LIFE_DAYS * 24 * 60));
                Set<TitleId> counted = visits.computeIfAbsent(visit, v -> new HashSet<>());
                list.titles().stream().filter(counted::add).forEach(id -> showings.merge(id, weight, Double::sum));
            }
        }
        return showings;
    }

    /** What a title's score is multiplied with, above 0. */
    double factor(int titleIndex) {
        TitleId titleId = state.catalogue().title(titleIndex).id();
        double shown = showings.isEmpty() ? 0 : showings.getOrDefault(titleId, 0.0);
        double factor = 1 - Math.min(MAX_PENALTY, PENALTY_PER_SHOWING * shown);
        factor *= 1 - NOVELTY_STRENGTH * dials.novelty() * state.catalogue().popularityRank(titleIndex);
        if (era.length > 0) {
            factor *= 1 - ERA_STRENGTH * (1 - era[titleIndex]);
        }
        return dials.seed() == 0 ? factor : factor * (1 + SHUFFLE_STRENGTH * noise(titleId));
    }

    /** Between -1 and 1, the same for the same seed and title (finalizer of SplitMix64). */
    private double noise(TitleId titleId) {
        long mixed = dials.seed() * 0x9E3779B97F4A7C15L + titleId.hashCode();
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return ((mixed ^ mixed >>> 31) >> 11) * 0x1.0p-52;
    }
}

package movierec.learning.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import movierec.learning.FittedEnsemble;
import movierec.learning.FittedEnsemble.Member;
import movierec.learning.metric.Estimate;
import movierec.learning.split.HeldOutUser;

/**
 * Learns the weights of an ensemble on validation users: each weight in turn is tried a step up and down, and changed where
 * NDCG@100 gains more than one standard error of the paired differences over users (the one-standard-error rule of L.
 * Breiman et al., "Classification and regression trees", 1984). So weights stay as given where few users cannot tell. The
 * first member's weight never changes, since only ratios matter. Members without any weight are left out: those
 * that were given none and did not prove themselves; a given voice only becomes quieter.
 *
 * @param candidates per item, whether it may be ranked at all
 * @param users validation users, none of them part of the training; the first {@link #MAX_USERS} are enough
 */
public record LearnedWeights(boolean[] candidates, List<HeldOutUser> users) implements Ensemble.Weighing {
    /** The deciding differences are a few thousandths, which so many users tell apart. */
    static final int MAX_USERS = 2_000;

    private static final int ROUNDS = 3;
    /** With so many users twice the standard error is asked for, with many more hardly more than one. */
    private static final double ROUGH_BELOW_USERS = 20;

    private static final double[] STEPS = {0.5, Math.sqrt(0.5), Math.sqrt(2), 2};
    /** For a voice that is silent so far, as shares of the first one's weight. */
    private static final double[] ENTRIES = {0.1, 0.25, 0.5, 1};

    public LearnedWeights {
        candidates = candidates.clone();
        users = List.copyOf(users.subList(0, Math.min(users.size(), MAX_USERS)));
    }

    @Override
    public FittedEnsemble weigh(FittedEnsemble fitted) {
        List<Member> members = fitted.members();
        if (users.isEmpty() || members.size() < 2) {
            return fitted;
        }
        Weights weights =
                new Weights(members.stream().mapToDouble(Member::weight).toArray());
        RankedUser[] ranked = IntStream.range(0, users.size())
                .parallel()
                .mapToObj(u -> RankedUser.of(members, users.get(u), candidates))
                .toArray(RankedUser[]::new);
        Weights learned = climb(ranked, weights);
        List<Member> weighed = new ArrayList<>();
        for (int m = 0; m < members.size(); m++) {
            if (m == 0 || learned.of(m) > 0) {
                weighed.add(new Member(members.get(m).name(), members.get(m).model(), learned.of(m)));
            }
        }
        return new FittedEnsemble(weighed);
    }

    private static Weights climb(RankedUser[] users, Weights start) {
        Weights best = start;
        double[] reached = ndcg(users, best);
        for (int round = 0; round < ROUNDS; round++) {
            Weights before = best;
            for (int m = 1; m < start.count(); m++) {
                for (double step : best.of(m) == 0 ? ENTRIES : STEPS) {
                    Weights tried = best.with(m, best.of(m) == 0 ? step * best.of(0) : step * best.of(m));
                    double[] values = ndcg(users, tried);
                    if (isClearlyBetter(values, reached)) {
                        best = tried;
                        reached = values;
                    }
                }
            }
            if (best == before) {
                break;
            }
        }
        return best;
    }

    private static double[] ndcg(RankedUser[] users, Weights weights) {
        return IntStream.range(0, users.length)
                .parallel()
                .mapToDouble(u -> users[u].ndcg(weights))
                .toArray();
    }

    private static boolean isClearlyBetter(double[] values, double[] reached) {
        double[] gains = new double[values.length];
        for (int u = 0; u < gains.length; u++) {
            gains[u] = values[u] - reached[u];
        }
        Estimate gain = Estimate.of(gains);
        // A standard error of few users is a rough one itself.
        double errors = 1 + ROUGH_BELOW_USERS / values.length;
        return gain.mean() > 0 && gain.mean() > errors * gain.standardError();
    }
}

package movierec.learning.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import movierec.learning.FittedModel;
import movierec.learning.Progress;
import movierec.learning.matrix.TopK;
import movierec.learning.metric.Estimate;
import movierec.learning.metric.JudgedList;
import movierec.learning.metric.RankingMetric;
import movierec.learning.split.HeldOutUser;

/** Lets held-out users judge a fitted model: all candidates are ranked but those the user has. */
public final class Judge {
    /** What is measured for every user, in the order of reports. */
    public static final List<RankingMetric> METRICS = List.of(
            new RankingMetric.Ndcg(10),
            new RankingMetric.Ndcg(100),
            new RankingMetric.Recall(20),
            new RankingMetric.Recall(50),
            new RankingMetric.HitRate(10),
            new RankingMetric.ReciprocalRank());

    /** The share of candidates that are among the first 20 of anybody. */
    public static final String COVERAGE = "coverage";

    private static final int RANKED = 100;
    private static final int COVERED_RANKS = 20;

    private final boolean[] candidates;
    private final List<HeldOutUser> users;

    /** @param candidates per item, whether it may be named at all */
    public Judge(boolean[] candidates, List<HeldOutUser> users) {
        this.candidates = candidates.clone();
        this.users = List.copyOf(users);
    }

    /** Works on several users at once; the result does not depend on how many. */
    public Verdict judge(String name, FittedModel fitted, Progress progress) {
        double[][] values = new double[METRICS.size()][users.size()];
        boolean[] shown = new boolean[candidates.length];
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, users.size()).parallel().forEach(u -> {
            int[] ranked = rank(fitted, users.get(u));
            JudgedList list = JudgedList.of(ranked, users.get(u).targetIndexes());
            for (int m = 0; m < METRICS.size(); m++) {
                values[m][u] = METRICS.get(m).value(list);
            }
            for (int r = 0; r < Math.min(COVERED_RANKS, ranked.length); r++) {
                shown[ranked[r]] = true;
            }
            progress.step("evaluate " + name, done.incrementAndGet(), users.size());
        });
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (int m = 0; m < METRICS.size(); m++) {
            estimates.put(METRICS.get(m).name(), Estimate.of(values[m]));
        }
        return new Verdict(estimates, share(shown));
    }

    private int[] rank(FittedModel fitted, HeldOutUser user) {
        float[] weights = new float[user.historyIndexes().length];
        Arrays.fill(weights, 1);
        float[] scores = fitted.foldIn(user.historyIndexes(), weights).scores();
        for (int i = 0; i < scores.length; i++) {
            if (!candidates[i]) {
                scores[i] = Float.NEGATIVE_INFINITY;
            }
        }
        for (int itemIndex : user.historyIndexes()) {
            scores[itemIndex] = Float.NEGATIVE_INFINITY;
        }
        return TopK.indexes(scores, RANKED);
    }

    private double share(boolean[] shown) {
        int candidateCount = 0;
        int shownCount = 0;
        for (int i = 0; i < candidates.length; i++) {
            candidateCount += candidates[i] ? 1 : 0;
            shownCount += shown[i] ? 1 : 0;
        }
        return (double) shownCount / candidateCount;
    }

    /**
     * What the users said.
     *
     * @param estimates by metric name, in the order of {@link #METRICS}
     * @param coverage see {@link #COVERAGE}
     */
    public record Verdict(Map<String, Estimate> estimates, double coverage) {
        public double mean(String metric) {
            Estimate estimate = estimates.get(metric);
            if (estimate == null) {
                throw new IllegalArgumentException("No metric " + metric + "; there are " + estimates.keySet());
            }
            return estimate.mean();
        }
    }
}

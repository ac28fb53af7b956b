package movierec.learning.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import movierec.learning.FittedModel;
import movierec.learning.Progress;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.TopK;
import movierec.learning.metric.Estimate;
import movierec.learning.metric.ItemAudience;
import movierec.learning.metric.JudgedList;
import movierec.learning.metric.ListMetric;
import movierec.learning.metric.RankingMetric;
import movierec.learning.split.HeldOutUser;
import movierec.learning.split.Split;

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

    /** What is told about every user's list besides, in the order of reports. */
    public static final List<ListMetric> LIST_METRICS =
            List.of(new ListMetric.Novelty(20), new ListMetric.Diversity(20), new ListMetric.Popularity(20));

    /** The share of candidates that are among the first 20 of anybody. */
    public static final String COVERAGE = "coverage";

    private static final int RANKED = 100;
    private static final int COVERED_RANKS = 20;

    private final boolean[] candidates;
    private final List<HeldOutUser> users;
    private final List<ListMetric> listMetrics;
    private final ItemAudience audience;

    /**
     * Tells hits only.
     *
     * @param candidates per item, whether it may be named at all
     */
    public Judge(boolean[] candidates, List<HeldOutUser> users) {
        this(
                candidates,
                users,
                List.of(),
                new ItemAudience(Interactions.builder(0, candidates.length).build()));
    }

    /** Tells what the lists are like besides, as long as the training knows the items in them. */
    public Judge(Split split, List<HeldOutUser> users) {
        this(split.candidates(), users, split.isCold() ? List.of() : LIST_METRICS, new ItemAudience(split.training()));
    }

    private Judge(boolean[] candidates, List<HeldOutUser> users, List<ListMetric> listMetrics, ItemAudience audience) {
        this.candidates = candidates.clone();
        this.users = List.copyOf(users);
        this.listMetrics = listMetrics;
        this.audience = audience;
    }

    /** Works on several users at once; the result does not depend on how many. */
    public Verdict judge(String name, FittedModel fitted, Progress progress) {
        double[][] values = new double[METRICS.size()][users.size()];
        double[][] listValues = new double[listMetrics.size()][users.size()];
        boolean[] shown = new boolean[candidates.length];
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, users.size()).parallel().forEach(u -> {
            int[] ranked = rank(fitted, users.get(u));
            JudgedList list = JudgedList.of(ranked, users.get(u).targetIndexes());
            for (int m = 0; m < METRICS.size(); m++) {
                values[m][u] = METRICS.get(m).value(list);
            }
            for (int m = 0; m < listMetrics.size(); m++) {
                listValues[m][u] = listMetrics.get(m).value(ranked, audience);
            }
            for (int r = 0; r < Math.min(COVERED_RANKS, ranked.length); r++) {
                shown[ranked[r]] = true;
            }
            progress.step("evaluate " + name, done.incrementAndGet(), users.size());
        });
        Map<String, double[]> byMetric = new LinkedHashMap<>();
        for (int m = 0; m < METRICS.size(); m++) {
            byMetric.put(METRICS.get(m).name(), values[m]);
        }
        for (int m = 0; m < listMetrics.size(); m++) {
            byMetric.put(listMetrics.get(m).name(), listValues[m]);
        }
        return new Verdict(byMetric, share(shown));
    }

    /** The value of {@code popularity@20} for what users have themselves: the mean over their histories. */
    public double historyPopularity() {
        return users.stream()
                .mapToDouble(user ->
                        new ListMetric.Popularity(user.historyIndexes().length).value(user.historyIndexes(), audience))
                .average()
                .orElse(0);
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

    /** What the users said. Immutable. */
    public static final class Verdict {
        private final Map<String, double[]> values;
        private final double coverage;

        private Verdict(Map<String, double[]> values, double coverage) {
            this.values = values;
            this.coverage = coverage;
        }

        /** By metric name, in the order of {@link #METRICS} and then {@link #LIST_METRICS}. */
        public Map<String, Estimate> estimates() {
            Map<String, Estimate> estimates = new LinkedHashMap<>();
            values.forEach((metric, perUser) -> estimates.put(metric, Estimate.of(perUser)));
            return estimates;
        }

        /** See {@link #COVERAGE}. */
        public double coverage() {
            return coverage;
        }

        public double mean(String metric) {
            return Estimate.of(values(metric)).mean();
        }

        /** A copy of what each user said, in the order in which the judge was given them. */
        public double[] values(String metric) {
            double[] perUser = values.get(metric);
            if (perUser == null) {
                throw new IllegalArgumentException("No metric " + metric + "; there are " + values.keySet());
            }
            return perUser.clone();
        }
    }
}

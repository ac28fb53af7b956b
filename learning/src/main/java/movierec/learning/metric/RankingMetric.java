package movierec.learning.metric;

/** How good one ranked list is, 0 to 1, higher is better. */
public sealed interface RankingMetric {
    /** As in reports, such as {@code ndcg@100}. */
    String name();

    double value(JudgedList list);

    /**
     * Normalised discounted cumulative gain with binary gains (K. Järvelin and J. Kekäläinen, TOIS 2002): a target at rank
     * r, counted from 1, gains 1 / log2(r + 1); 1 is the gain of all targets at the top.
     */
    record Ndcg(int k) implements RankingMetric {
        @Override
        public String name() {
            return "ndcg@" + k;
        }

        @Override
        public double value(JudgedList list) {
            double gained = 0;
            double ideal = 0;
            for (int rank = 1; rank <= k; rank++) {
                double gain = Math.log(2) / Math.log(rank + 1.0);
                gained += list.isHit(rank) ? gain : 0;
                ideal += rank <= list.targetCount() ? gain : 0;
            }
            return gained / ideal;
        }
    }

    /** The share of targets among the first k; k is all there can be (Liang et al. 2018). */
    record Recall(int k) implements RankingMetric {
        @Override
        public String name() {
            return "recall@" + k;
        }

        @Override
        public double value(JudgedList list) {
            return (double) list.hitsUntil(k) / Math.min(k, list.targetCount());
        }
    }

    /** Whether any target is among the first k. */
    record HitRate(int k) implements RankingMetric {
        @Override
        public String name() {
            return "hr@" + k;
        }

        @Override
        public double value(JudgedList list) {
            return list.hitsUntil(k) > 0 ? 1 : 0;
        }
    }

    /** One over the rank of the first target; 0 when the list, however long, holds none. */
    record ReciprocalRank() implements RankingMetric {
        @Override
        public String name() {
            return "mrr";
        }

        @Override
        public double value(JudgedList list) {
            for (int rank = 1; rank <= list.length(); rank++) {
                if (list.isHit(rank)) {
                    return 1.0 / rank;
                }
            }
            return 0;
        }
    }
}

package movierec.learning.metric;

/** What a ranked list is like, whether or not it hits a target. Neither end of its scale is good or bad by itself. */
public sealed interface ListMetric {
    /** As in reports, such as {@code novelty@20}. */
    String name();

    /**
     * Looks at the first k of a list; a shorter list is judged by what it has, an empty one has the value 0.
     *
     * @param rankedIndexes best first
     */
    double value(int[] rankedIndexes, ItemAudience audience);

    /**
     * Mean self-information of the first k, -log2 of the share of users who have the item, in bits: higher is less known
     * (T. Zhou et al., "Solving the apparent diversity-accuracy dilemma of recommender systems", PNAS 2010; as a metric of
     * novelty, S. Vargas and P. Castells, "Rank and relevance in novelty and diversity metrics", RecSys 2011).
     */
    record Novelty(int k) implements ListMetric {
        @Override
        public String name() {
            return "novelty@" + k;
        }

        @Override
        public double value(int[] rankedIndexes, ItemAudience audience) {
            double sum = 0;
            int length = Math.min(k, rankedIndexes.length);
            for (int n = 0; n < length; n++) {
                sum += audience.selfInformation(rankedIndexes[n]);
            }
            return length == 0 ? 0 : sum / length;
        }
    }

    /**
     * Intra-list diversity: the mean of 1 - cosine over all pairs of the first k, 0 to 1 (B. Smyth and P. McClave,
     * "Similarity vs. diversity", ICCBR 2001; C.-N. Ziegler et al., "Improving recommendation lists through topic
     * diversification", WWW 2005). An item is the vector of its users in training, so no content is needed.
     */
    record Diversity(int k) implements ListMetric {
        @Override
        public String name() {
            return "diversity@" + k;
        }

        @Override
        public double value(int[] rankedIndexes, ItemAudience audience) {
            return Math.min(k, rankedIndexes.length) < 2 ? 0 : 1 - audience.meanCosine(rankedIndexes, k);
        }
    }

    /**
     * Average recommendation popularity (H. Yin et al., "Challenging the long tail recommendation", VLDB 2012): the mean
     * number of users the first k have, here as a share of all users, 0 to 1, so that data sets of any size compare.
     * Popularity bias is how far it lies above that of the users' own histories.
     */
    record Popularity(int k) implements ListMetric {
        @Override
        public String name() {
            return "popularity@" + k;
        }

        @Override
        public double value(int[] rankedIndexes, ItemAudience audience) {
            double sum = 0;
            int length = Math.min(k, rankedIndexes.length);
            for (int n = 0; n < length; n++) {
                sum += audience.share(rankedIndexes[n]);
            }
            return length == 0 ? 0 : sum / length;
        }
    }
}

package movierec.learning.ensemble;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import movierec.learning.FittedEnsemble.Member;
import movierec.learning.ZScale;
import movierec.learning.matrix.TopK;
import movierec.learning.metric.JudgedList;
import movierec.learning.metric.RankingMetric;
import movierec.learning.split.HeldOutUser;

/**
 * What all members say of the items that matter to one validation user, kept to be ranked again and again under other
 * weights. An item matters when any member, or their equal vote, ranks it among the first few hundred: no other one comes
 * near the first hundred of any weighted vote.
 *
 * @param itemIndexes the items that matter
 * @param zScores members x these items
 */
record RankedUser(int[] itemIndexes, float[][] zScores, int[] targetIndexes) {
    private static final int MATTERING_RANKS = 250;
    private static final RankingMetric.Ndcg METRIC = new RankingMetric.Ndcg(100);

    static RankedUser of(List<Member> members, HeldOutUser user, boolean[] candidates) {
        boolean[] rankable = candidates.clone();
        for (int itemIndex : user.historyIndexes()) {
            rankable[itemIndex] = false;
        }
        float[] ones = new float[user.historyIndexes().length];
        Arrays.fill(ones, 1);
        boolean[] matters = new boolean[candidates.length];
        float[] vote = new float[candidates.length];
        float[][] all = new float[members.size()][];
        for (int m = 0; m < all.length; m++) {
            all[m] = members.get(m).model().foldIn(user.historyIndexes(), ones).scores();
            standardize(all[m]);
            for (int i = 0; i < vote.length; i++) {
                vote[i] += all[m][i];
            }
            markBest(all[m], rankable, matters);
        }
        markBest(vote, rankable, matters);
        int[] itemIndexes =
                IntStream.range(0, matters.length).filter(i -> matters[i]).toArray();
        float[][] zScores = new float[all.length][itemIndexes.length];
        for (int m = 0; m < all.length; m++) {
            for (int k = 0; k < itemIndexes.length; k++) {
                zScores[m][k] = all[m][itemIndexes[k]];
            }
        }
        return new RankedUser(itemIndexes, zScores, user.targetIndexes());
    }

    /** Mean 0 and deviation 1; all 0 where a model tells no items apart. */
    private static void standardize(float[] scores) {
        ZScale scale = ZScale.of(scores, new int[0], 1);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (scores[i] - scale.mean()) * scale.scale();
        }
    }

    private static void markBest(float[] scores, boolean[] rankable, boolean[] matters) {
        float[] masked = scores.clone();
        for (int i = 0; i < masked.length; i++) {
            if (!rankable[i]) {
                masked[i] = Float.NEGATIVE_INFINITY;
            }
        }
        for (int itemIndex : TopK.indexes(masked, MATTERING_RANKS)) {
            matters[itemIndex] = true;
        }
    }

    double ndcg(Weights weights) {
        float[] scores = new float[itemIndexes.length];
        for (int m = 0; m < zScores.length; m++) {
            float weight = (float) weights.of(m);
            for (int k = 0; k < scores.length; k++) {
                scores[k] += weight * zScores[m][k];
            }
        }
        int[] ranked = TopK.indexes(scores, METRIC.k());
        for (int r = 0; r < ranked.length; r++) {
            ranked[r] = itemIndexes[ranked[r]];
        }
        return METRIC.value(JudgedList.of(ranked, targetIndexes));
    }
}

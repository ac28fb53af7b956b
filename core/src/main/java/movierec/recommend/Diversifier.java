package movierec.recommend;

import java.util.ArrayList;
import java.util.List;
import movierec.recommend.content.SymbolicVectors;

/**
 * Maximal marginal relevance (Carbonell and Goldstein 1998) in additive form: the next title is the one with the greatest
 * sum of its score and a bonus for differing from everything above it. The bonus can only shrink as the list grows, so the
 * list is ordered by the sum.
 */
final class Diversifier {
    private final SymbolicVectors content;
    private final double maxBonus;

    /** @param maxBonus points for a title that shares nothing with those above it */
    Diversifier(SymbolicVectors content, double maxBonus) {
        this.content = content;
        this.maxBonus = maxBonus;
    }

    List<Scored> pick(List<Scored> candidates, int limit) {
        List<Scored> left = new ArrayList<>(candidates);
        float[] nearest = new float[content.size()];
        List<Scored> picked = new ArrayList<>(limit);
        SymbolicVectors.Query last = content.query();
        while (picked.size() < limit && !left.isEmpty()) {
            int best = best(left, nearest);
            Scored chosen = left.get(best);
            picked.add(chosen.withDiversity(bonus(nearest[chosen.titleIndex()])));
            left.set(best, left.getLast());
            left.removeLast();
            last.add(chosen.titleIndex(), 1);
            for (Scored other : left) {
                nearest[other.titleIndex()] = Math.max(nearest[other.titleIndex()], last.dot(other.titleIndex()));
            }
            last.add(chosen.titleIndex(), -1);
        }
        return picked;
    }

    private int best(List<Scored> left, float[] nearest) {
        int best = 0;
        double bestSum = Double.NEGATIVE_INFINITY;
        for (int at = 0; at < left.size(); at++) {
            Scored candidate = left.get(at);
            double sum = candidate.score() + bonus(nearest[candidate.titleIndex()]);
            if (sum > bestSum
                    || sum == bestSum && candidate.titleIndex() < left.get(best).titleIndex()) {
                bestSum = sum;
                best = at;
            }
        }
        return best;
    }

    private double bonus(float similarity) {
        return maxBonus * (1 - similarity);
    }
}

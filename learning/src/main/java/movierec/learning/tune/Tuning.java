package movierec.learning.tune;

import java.util.List;
import java.util.Map;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.metric.Estimate;

/**
 * What a search found.
 *
 * @param profile what it began with, with what was found where that is better, and with the weights that go with it
 * @param metric what decided
 * @param members what was found for each
 * @param validation the ensemble on the users that chose, who flatter what they chose
 * @param test the ensemble on users that chose nothing
 */
public record Tuning(
        TrainingProfile profile, String metric, List<MemberResult> members, Comparison validation, Comparison test) {
    public Tuning {
        members = List.copyOf(members);
    }

    /**
     * What was found for one member.
     *
     * @param trials settings tried
     * @param isAdopted whether the best is measurably better than what the search began with
     * @param values the best one's
     */
    public record MemberResult(
            String member, int trials, boolean isAdopted, Comparison comparison, Map<String, Double> values) {
        public MemberResult {
            values = Map.copyOf(values);
        }
    }

    /**
     * Before and after by the same users.
     *
     * @param difference mean over users of after minus before
     * @param users how many
     */
    public record Comparison(double before, double after, Estimate difference, int users) {
        /** @param before one value per user, at least one user; {@code after} likewise */
        public static Comparison of(double[] before, double[] after) {
            double[] gains = new double[before.length];
            for (int u = 0; u < gains.length; u++) {
                gains[u] = after[u] - before[u];
            }
            return new Comparison(
                    Estimate.of(before).mean(), Estimate.of(after).mean(), Estimate.of(gains), gains.length);
        }

        /** The one-standard-error rule: L. Breiman et al., "Classification and regression trees", 1984. */
        public boolean isBetter() {
            return difference.mean() > 0 && difference.mean() > difference.standardError();
        }
    }

    /** Whether the profile found is worth more than what the search began with. */
    public boolean isBetter() {
        return validation.isBetter();
    }
}

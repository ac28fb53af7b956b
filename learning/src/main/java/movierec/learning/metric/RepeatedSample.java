package movierec.learning.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What users say of one model in one or several splits of the same data, where a user may have spoken more than once.
 *
 * <p>Values of one user are not independent, and splits share most of their training users; as many values as users times
 * splits would feign a certainty that is not there. So the standard error is the larger of two: over users, with all values
 * of a user as one observation (cluster-robust: K.-Y. Liang and S. Zeger, Biometrika 1986), and over the means of the
 * splits, which also vary by what was trained on. Not thread-safe.
 */
public final class RepeatedSample {
    private final List<Said> splits = new ArrayList<>();

    /** One split's users and their values, in the same order. */
    private record Said(List<Integer> userIndexes, List<Double> values) {
        double mean() {
            return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        }
    }

    /**
     * Adds a split.
     *
     * @param userIndexes who speaks: the same number for the same person in every split
     * @param values one per user
     */
    public void add(int[] userIndexes, double[] values) {
        if (userIndexes.length != values.length || values.length == 0) {
            throw new IllegalArgumentException(userIndexes.length + " users said " + values.length + " values");
        }
        splits.add(new Said(
                Arrays.stream(userIndexes).boxed().toList(),
                Arrays.stream(values).boxed().toList()));
    }

    /** This minus another sample of the same users in the same splits, user by user. */
    public RepeatedSample minus(RepeatedSample other) {
        RepeatedSample differences = new RepeatedSample();
        for (int s = 0; s < splits.size(); s++) {
            Said mine = splits.get(s);
            Said theirs = other.splits.get(s);
            if (!mine.userIndexes().equals(theirs.userIndexes())) {
                throw new IllegalArgumentException("Only what the same users said can be compared");
            }
            double[] values = new double[mine.values().size()];
            for (int u = 0; u < values.length; u++) {
                values[u] = mine.values().get(u) - theirs.values().get(u);
            }
            differences.add(mine.userIndexes().stream().mapToInt(u -> u).toArray(), values);
        }
        return differences;
    }

    /** The mean over all values and how sure it is; at least one split was added. */
    public Estimate estimate() {
        double sum = 0;
        int count = 0;
        for (Said split : splits) {
            sum += split.mean() * split.values().size();
            count += split.values().size();
        }
        if (count == 0) {
            throw new IllegalStateException("Nobody has said anything yet");
        }
        double mean = sum / count;
        return new Estimate(mean, Math.max(errorOverUsers(mean, count), errorOverSplits()));
    }

    /** sqrt(m / (m - 1) sum over m users of (sum of the user's deviations)²) / values; of one split the usual error. */
    private double errorOverUsers(double mean, int count) {
        Map<Integer, Double> deviations = new HashMap<>();
        for (Said split : splits) {
            for (int u = 0; u < split.values().size(); u++) {
                deviations.merge(split.userIndexes().get(u), split.values().get(u) - mean, Double::sum);
            }
        }
        int users = deviations.size();
        double squares = deviations.values().stream().mapToDouble(d -> d * d).sum();
        return users < 2 ? 0 : Math.sqrt(squares * users / (users - 1)) / count;
    }

    private double errorOverSplits() {
        return splits.size() < 2
                ? 0
                : Estimate.of(splits.stream().mapToDouble(Said::mean).toArray()).standardError();
    }
}

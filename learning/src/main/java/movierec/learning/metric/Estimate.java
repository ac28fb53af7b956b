package movierec.learning.metric;

/**
 * A mean over users and how sure it is.
 *
 * @param standardError of the mean; 0 for a single user
 */
public record Estimate(double mean, double standardError) {
    /** Two-sided 95 % of the normal distribution. */
    private static final double QUANTILE_95 = 1.959964;

    /**
     * The mean of one value per user.
     *
     * @param perUser at least one value
     */
    public static Estimate of(double[] perUser) {
        if (perUser.length == 0) {
            throw new IllegalArgumentException("An estimate needs at least one user");
        }
        double sum = 0;
        for (double value : perUser) {
            sum += value;
        }
        double mean = sum / perUser.length;
        double squares = 0;
        for (double value : perUser) {
            squares += (value - mean) * (value - mean);
        }
        double variance = perUser.length == 1 ? 0 : squares / (perUser.length - 1);
        return new Estimate(mean, Math.sqrt(variance / perUser.length));
    }

    /** Lower end of the 95 % confidence interval. */
    public double low() {
        return mean - QUANTILE_95 * standardError;
    }

    /** Upper end of the 95 % confidence interval. */
    public double high() {
        return mean + QUANTILE_95 * standardError;
    }
}

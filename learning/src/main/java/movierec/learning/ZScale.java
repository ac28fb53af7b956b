package movierec.learning;

/**
 * What brings one member's scores for one history to the common scale of an ensemble: z = (score - mean) * scale.
 *
 * @param scale weight over deviation; 0 for a member that tells no items apart: it has no voice
 */
public record ZScale(float mean, float scale) {
    static final ZScale SILENT = new ZScale(0, 0);

    /** Variance below this share of the mean square is rounding error. */
    private static final double LEAST_VARIANCE = 1e-12;

    /**
     * Measures scores in one pass.
     *
     * @param except indexes of scores that do not count
     * @param weight of the member
     */
    public static ZScale of(float[] scores, int[] except, double weight) {
        // Four partial sums each: additions need not wait for one another.
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        double squares0 = 0;
        double squares1 = 0;
        double squares2 = 0;
        double squares3 = 0;
        int i = 0;
        for (; i + 3 < scores.length; i += 4) {
            double a = scores[i];
            double b = scores[i + 1];
            double c = scores[i + 2];
            double d = scores[i + 3];
            sum0 += a;
            sum1 += b;
            sum2 += c;
            sum3 += d;
            squares0 += a * a;
            squares1 += b * b;
            squares2 += c * c;
            squares3 += d * d;
        }
        double sum = sum0 + sum1 + sum2 + sum3;
        double squares = squares0 + squares1 + squares2 + squares3;
        for (; i < scores.length; i++) {
            sum += scores[i];
            squares += (double) scores[i] * scores[i];
        }
        for (int left : except) {
            sum -= scores[left];
            squares -= (double) scores[left] * scores[left];
        }
        int count = scores.length - except.length;
        if (count == 0) {
            return SILENT;
        }
        double mean = sum / count;
        double meanSquare = squares / count;
        double variance = meanSquare - mean * mean;
        // The comparison also silences a member whose scores are not numbers.
        return variance > LEAST_VARIANCE * meanSquare
                ? new ZScale((float) mean, (float) (weight / Math.sqrt(variance)))
                : SILENT;
    }
}

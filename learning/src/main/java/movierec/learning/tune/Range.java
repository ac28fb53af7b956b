package movierec.learning.tune;

import java.util.random.RandomGenerator;

/**
 * Where a hyper-parameter is looked for.
 *
 * @param name as in {@link movierec.learning.ensemble.TrainingProfile}
 * @param low the least value tried; positive on a logarithmic scale
 * @param high the greatest value tried
 */
public record Range(String name, double low, double high, Scale scale) {
    /** A step's deviation, as a part of the range: near enough to climb, far enough to leave a plateau. */
    private static final double STEP = 0.15;

    public Range {
        if (!(low < high) || (scale != Scale.LINEAR && !(low > 0))) {
            throw new IllegalArgumentException(name + " cannot be looked for from " + low + " to " + high);
        }
    }

    /** What counts as equally far. */
    public enum Scale {
        LINEAR,
        LOGARITHMIC,
        /** Logarithmic, in whole numbers. */
        WHOLE
    }

    /** Anywhere in the range, all alike on its scale. */
    public double random(RandomGenerator random) {
        return at(random.nextDouble());
    }

    /** A normally distributed step away from a value; what lies outside the range counts as its border. */
    public double near(double value, RandomGenerator random) {
        return at(place(value) + STEP * random.nextGaussian());
    }

    /** @param place 0 = low, 1 = high */
    private double at(double place) {
        double inside = Math.clamp(place, 0, 1);
        double value =
                switch (scale) {
                    case LINEAR -> low + inside * (high - low);
                    case LOGARITHMIC -> low * Math.pow(high / low, inside);
                    case WHOLE -> Math.rint(low * Math.pow(high / low, inside));
                };
        return Math.clamp(value, low, high);
    }

    private double place(double value) {
        double inside = Math.clamp(value, low, high);
        return scale == Scale.LINEAR ? (inside - low) / (high - low) : Math.log(inside / low) / Math.log(high / low);
    }
}

package movierec.testkit.vector;

import java.util.random.RandomGenerator;
import movierec.title.TitleId;
import movierec.vector.TitleVector;

/** Invented vectors. */
public final class Vectors {
    private Vectors() {}

    /** The same direction at length 1. */
    public static float[] unit(float... values) {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        float[] unit = new float[values.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (values[i] / Math.sqrt(squares));
        }
        return unit;
    }

    /** Any direction, each as likely as any other. */
    public static float[] random(int dimensions, RandomGenerator random) {
        float[] values = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return unit(values);
    }

    /** A direction not far from another one: real texts come in groups. */
    public static float[] near(float[] centre, double spread, RandomGenerator random) {
        float[] values = new float[centre.length];
        double perNumber = spread / Math.sqrt(centre.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (centre[i] + perNumber * random.nextGaussian());
        }
        return unit(values);
    }

    public static TitleVector of(TitleId titleId, float... values) {
        return new TitleVector(titleId, "invented", "hash", values);
    }
}

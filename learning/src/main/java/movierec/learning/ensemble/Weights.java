package movierec.learning.ensemble;

/** One weight per member of an ensemble. Immutable. */
final class Weights {
    private final double[] values;

    Weights(double[] values) {
        this.values = values.clone();
    }

    int count() {
        return values.length;
    }

    double of(int member) {
        return values[member];
    }

    /** The same but for one. */
    Weights with(int member, double value) {
        double[] changed = values.clone();
        changed[member] = value;
        return new Weights(changed);
    }
}

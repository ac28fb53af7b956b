package movierec.learning.tune;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import movierec.learning.Model;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.matrix.Interactions;
import movierec.learning.tune.Range.Scale;

/** The members of the product's ensemble, and where their hyper-parameters are looked for. */
public enum TunedMember {
    DLAE(
            new Range("dlae.lambda", 5, 5_000, Scale.LOGARITHMIC),
            new Range("dlae.dropout", 0.05, 0.9, Scale.LINEAR),
            new Range("dlae.activityExponent", 0, 0.8, Scale.LINEAR)),
    /** How many iterations it takes is seen while it learns. */
    ALS(
            new Range("als.factors", 16, 256, Scale.WHOLE),
            new Range("als.alpha0", 0.01, 3, Scale.LOGARITHMIC),
            new Range("als.lambda", 0.0005, 0.2, Scale.LOGARITHMIC)),
    NEXT_ITEM(
            new Range("next-item.lambda", 10, 5_000, Scale.LOGARITHMIC),
            new Range("next-item.pastDecay", 0.5, 20, Scale.LOGARITHMIC),
            new Range("next-item.futureItems", 1, 10, Scale.WHOLE),
            new Range("next-item.futureDecay", 0.5, 10, Scale.LOGARITHMIC));

    static final String ALS_ITERATIONS = "als.iterations";

    private final List<Range> ranges;

    TunedMember(Range... ranges) {
        this.ranges = List.of(ranges);
    }

    /** As the ensemble calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public List<Range> ranges() {
        return ranges;
    }

    /** Those that can be fitted to these data. */
    static List<TunedMember> of(Interactions training) {
        return training.isChronological() ? List.of(values()) : List.of(DLAE, ALS);
    }

    Model model(TrainingProfile profile, Interactions training) {
        return switch (this) {
            case DLAE -> profile.dlae(training);
            case ALS -> profile.als(training);
            case NEXT_ITEM -> profile.nextItem(training);
        };
    }

    /** All hyper-parameters that the profile gives the member for these data. */
    Map<String, Double> values(TrainingProfile profile, Interactions training) {
        Map<String, Double> values = new HashMap<>();
        ranges.forEach(range -> values.put(range.name(), profile.value(range.name(), training)));
        if (this == ALS) {
            values.put(ALS_ITERATIONS, profile.value(ALS_ITERATIONS, training));
        }
        return values;
    }
}

package movierec.learning.ensemble;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import movierec.learning.FittedEnsemble;
import movierec.learning.als.ImplicitAls;
import movierec.learning.ease.Ease;
import movierec.learning.ensemble.Ensemble.Voice;
import movierec.learning.ensemble.Ensemble.Weighing;
import movierec.learning.matrix.Interactions;
import movierec.learning.sequence.NextItem;
import movierec.model.ModelInfo;

/**
 * How the product's ensemble is set up. What is not set takes a default by the size of the data, chosen on validation users
 * of MovieLens latest-small (480 training users) and 1M (4,800 training users), never on test users.
 *
 * @param values by member and hyper-parameter, such as {@code dlae.lambda}, as in {@link Ensemble#hyperparameters()}
 */
public record TrainingProfile(Map<String, Double> values) {
    /** Data with fewer users are small: their Gram matrix is noisy. */
    private static final int MANY_USERS = 2_000;

    private static final String WEIGHT = ".weight";
    private static final String FIRST_WEIGHT = "dlae.weight";
    private static final String FACTORS = "als.factors";
    /** No snapshot holds more. */
    private static final int MAX_FACTORS = 4_096;

    private static final Map<String, Double> FOR_SMALL_DATA = Map.ofEntries(
            Map.entry("dlae.lambda", 50.0),
            Map.entry("dlae.dropout", 0.7),
            Map.entry("dlae.activityExponent", 0.3),
            Map.entry(FIRST_WEIGHT, 1.0),
            Map.entry(FACTORS, 64.0),
            Map.entry("als.alpha0", 0.1),
            Map.entry("als.lambda", 0.01),
            Map.entry("als.iterations", 12.0),
            Map.entry("als.weight", 1.0),
            Map.entry("next-item.lambda", 100.0),
            Map.entry("next-item.pastDecay", 3.0),
            Map.entry("next-item.futureItems", 3.0),
            Map.entry("next-item.futureDecay", 1.5),
            Map.entry("next-item.weight", 0.0));

    private static final Map<String, Double> FOR_LARGE_DATA = largeData();

    /** The share of the model's opinion in the blend with what the user did last; not set = as the pipeline has it. */
    public static final String BATCH_SHARE = ModelInfo.BATCH_SHARE;

    public static final TrainingProfile DEFAULT = new TrainingProfile(Map.of());

    private static Map<String, Double> largeData() {
        Map<String, Double> values = new HashMap<>(FOR_SMALL_DATA);
        values.put("dlae.lambda", 250.0);
        values.put("dlae.dropout", 0.5);
        values.put("dlae.activityExponent", 0.4);
        values.put(FACTORS, 128.0);
        values.put("als.alpha0", 0.3);
        values.put("als.lambda", 0.005);
        values.put("als.iterations", 10.0);
        values.put("als.weight", 0.5);
        values.put("next-item.lambda", 500.0);
        return Map.copyOf(values);
    }

    /** Refuses names that no member has, and values that no member takes. */
    public TrainingProfile {
        values = Map.copyOf(values);
        Set<String> known = new TreeSet<>(FOR_SMALL_DATA.keySet());
        known.add(BATCH_SHARE);
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "A training profile has no " + String.join(", ", unknown) + "; it has " + String.join(", ", known));
        }
        values.forEach(TrainingProfile::check);
    }

    /** What the members check themselves is left to them. */
    private static void check(String name, double value) {
        double greatest =
                switch (name) {
                    case BATCH_SHARE -> 1;
                    case FACTORS -> MAX_FACTORS;
                    default -> Double.MAX_VALUE;
                };
        if (!(value >= 0 && value <= greatest)) {
            throw new IllegalArgumentException(name + " is a number from 0 to " + greatest + ", not " + value);
        }
        if (name.equals(FIRST_WEIGHT) && value == 0) {
            throw new IllegalArgumentException(name + " is above 0: the other members' weights are measured by it");
        }
    }

    /** The same but for some values. */
    public TrainingProfile with(Map<String, Double> changes) {
        Map<String, Double> changed = new HashMap<>(values);
        changed.putAll(changes);
        return new TrainingProfile(changed);
    }

    /** The members for these data; the one that looks at order only where the order is known. */
    public Ensemble ensemble(Interactions training, Weighing weighing) {
        List<Voice> voices = new ArrayList<>();
        voices.add(new Voice(dlae(training), value(FIRST_WEIGHT, training)));
        voices.add(new Voice(als(training), value("als.weight", training)));
        if (training.isChronological()) {
            voices.add(new Voice(nextItem(training), value("next-item.weight", training)));
        }
        return new Ensemble(voices, weighing);
    }

    /** The same with the weights of a fitted ensemble; members that it left out weigh nothing. */
    public TrainingProfile withWeightsOf(FittedEnsemble fitted) {
        Map<String, Double> changed = new HashMap<>(values);
        FOR_SMALL_DATA.keySet().stream().filter(name -> name.endsWith(WEIGHT)).forEach(name -> changed.put(name, 0.0));
        fitted.members().forEach(member -> changed.put(member.name() + WEIGHT, member.weight()));
        return new TrainingProfile(changed);
    }

    /** See {@link #BATCH_SHARE}. */
    public Optional<Double> batchShare() {
        return Optional.ofNullable(values.get(BATCH_SHARE));
    }

    public Ease dlae(Interactions training) {
        return Ease.freeDiagonal(
                value("dlae.lambda", training),
                value("dlae.dropout", training),
                value("dlae.activityExponent", training),
                training.itemCount());
    }

    public ImplicitAls als(Interactions training) {
        return ImplicitAls.of(
                (int) value(FACTORS, training), value("als.alpha0", training), value("als.lambda", training), (int)
                        value("als.iterations", training));
    }

    public NextItem nextItem(Interactions training) {
        return NextItem.forServing(
                value("next-item.lambda", training),
                value("next-item.pastDecay", training),
                (int) value("next-item.futureItems", training),
                value("next-item.futureDecay", training),
                training.itemCount());
    }

    /** What the hyper-parameter is for these data: as set, or the default. */
    public double value(String name, Interactions training) {
        Double set = values.get(name);
        Map<String, Double> defaults = training.userCount() < MANY_USERS ? FOR_SMALL_DATA : FOR_LARGE_DATA;
        return set != null ? set : defaults.getOrDefault(name, 0.0);
    }
}

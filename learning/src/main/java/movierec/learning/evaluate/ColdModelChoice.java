package movierec.learning.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import movierec.learning.Model;
import movierec.learning.als.ImplicitAls;
import movierec.learning.bridge.BridgedFactors;
import movierec.learning.bridge.ContentBridge;
import movierec.learning.bridge.ContentProfile;
import movierec.learning.bridge.PopularFacts;
import movierec.learning.bridge.RandomScores;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.SparseRows;

/** The models that can name titles nobody has yet; all others know none of the candidates of cold titles. */
public enum ColdModelChoice {
    RANDOM,
    FACTS,
    CONTENT,
    BRIDGE;

    /** Why other models take no part. */
    public static final String OTHERS_SKIPPED = "it knows titles by their users only, and these have none";

    private static final long SEED = 42;

    /** The word of the command line, and the name in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ColdModelChoice> of(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }

    /**
     * The model set up for these data.
     *
     * @param content items x facts
     */
    public Model modelFor(Interactions training, SparseRows content) {
        return switch (this) {
            case RANDOM -> new RandomScores(SEED);
            case FACTS -> new PopularFacts(content);
            case CONTENT -> new ContentProfile(content);
            case BRIDGE -> {
                ImplicitAls als = TrainingProfile.DEFAULT.als(training);
                yield new BridgedFactors(als::fit, als.hyperparameters(), ContentBridge.DEFAULT, content);
            }
        };
    }
}

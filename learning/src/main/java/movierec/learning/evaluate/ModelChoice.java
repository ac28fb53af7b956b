package movierec.learning.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import movierec.learning.Model;
import movierec.learning.als.ImplicitAls;
import movierec.learning.ease.Ease;
import movierec.learning.ensemble.Ensemble;
import movierec.learning.ensemble.Ensemble.Voice;
import movierec.learning.ensemble.Ensemble.Weighing;
import movierec.learning.ensemble.LearnedWeights;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.graph.Rp3Beta;
import movierec.learning.knn.ItemKnn;
import movierec.learning.matrix.Interactions;
import movierec.learning.popularity.Popularity;
import movierec.learning.split.Split;

/**
 * The models one can ask for by name. Those of the product's ensemble are set up by a profile; {@code edlae-als}, two models
 * with equal voices, is what that ensemble has to beat.
 */
public enum ModelChoice {
    POPULARITY,
    KNN,
    BM25,
    RP3BETA,
    EASE,
    EDLAE,
    DLAE,
    ALS,
    NEXT_ITEM,
    EDLAE_ALS,
    ENSEMBLE;

    /** Data with fewer users are small: their Gram matrix is noisy. */
    private static final int MANY_USERS = 2_000;

    /** The word of the command line, and the name in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ModelChoice> of(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }

    /** Whether the model needs to know the order of a user's items. */
    public boolean needsTimes() {
        return this == NEXT_ITEM;
    }

    /** The model set up for these data; the ensemble learns its weights from the validation users. */
    public Model modelFor(Split split, TrainingProfile profile) {
        Interactions training = split.training();
        boolean isSmall = training.userCount() < MANY_USERS;
        return switch (this) {
            case POPULARITY -> new Popularity();
            case KNN -> new ItemKnn(100, 0, ItemKnn.Weighting.COSINE);
            case BM25 -> new ItemKnn(100, 0, ItemKnn.Weighting.BM25);
            case RP3BETA -> new Rp3Beta(1, isSmall ? 0.4 : 0.6, 500);
            case EASE -> Ease.zeroDiagonal(isSmall ? 100 : 800, 0, training.itemCount());
            case EDLAE -> edlae(training, isSmall);
            case DLAE -> profile.dlae(training);
            case ALS -> profile.als(training);
            case NEXT_ITEM -> profile.nextItem(training);
            case EDLAE_ALS ->
                new Ensemble(
                        List.of(
                                new Voice(edlae(training, isSmall), 1),
                                new Voice(ImplicitAls.of(64, isSmall ? 0.1 : 0.3, isSmall ? 0.01 : 0.005, 12), 1)),
                        Weighing.AS_GIVEN);
            case ENSEMBLE -> profile.ensemble(training, new LearnedWeights(split.candidates(), split.validation()));
        };
    }

    private static Ease edlae(Interactions training, boolean isSmall) {
        return Ease.zeroDiagonal(isSmall ? 50 : 300, isSmall ? 0.7 : 0.5, training.itemCount());
    }
}

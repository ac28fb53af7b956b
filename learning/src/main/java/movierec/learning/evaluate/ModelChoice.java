package movierec.learning.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import movierec.learning.ItemItemModel;
import movierec.learning.Model;
import movierec.learning.als.ImplicitAls;
import movierec.learning.ease.Ease;
import movierec.learning.knn.ItemKnn;
import movierec.learning.matrix.Interactions;
import movierec.learning.popularity.Popularity;

/**
 * The models one can ask for by name, with hyper-parameters by the size of the data. They were chosen on validation users
 * of MovieLens latest-small (480 training users) and 1M (4,800 training users), never on test users.
 */
public enum ModelChoice {
    POPULARITY,
    KNN,
    EASE,
    EDLAE,
    ALS;

    /** Data with fewer users are small: their Gram matrix is noisy. */
    private static final int MANY_USERS = 2_000;

    /** The word of the command line, and the name in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ModelChoice> of(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }

    /** The model set up for these data. */
    public Model modelFor(Interactions training) {
        return switch (this) {
            case POPULARITY -> new Popularity();
            case KNN -> new ItemKnn(100, 0);
            case EASE -> Ease.forServing(isSmall(training) ? 100 : 800, 0, training.itemCount());
            case EDLAE -> servingModel(training);
            case ALS -> factorModel(training);
        };
    }

    /** What the product trains and serves. */
    public static ItemItemModel servingModel(Interactions training) {
        int itemCount = training.itemCount();
        return isSmall(training) ? Ease.forServing(50, 0.7, itemCount) : Ease.forServing(300, 0.5, itemCount);
    }

    /** The matrix factorisation beside it; more iterations changed NDCG@100 by less than 0.001 on either data. */
    public static ImplicitAls factorModel(Interactions training) {
        return isSmall(training) ? ImplicitAls.of(64, 0.1, 0.01, 12) : ImplicitAls.of(128, 0.3, 0.005, 10);
    }

    private static boolean isSmall(Interactions training) {
        return training.userCount() < MANY_USERS;
    }
}

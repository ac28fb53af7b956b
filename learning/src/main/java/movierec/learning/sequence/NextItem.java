package movierec.learning.sequence;

import java.util.Map;
import java.util.stream.IntStream;
import movierec.learning.ItemWeights;
import movierec.learning.Model;
import movierec.learning.RecentItemWeights;
import movierec.learning.UnusableData;
import movierec.learning.linear.Inverse;
import movierec.learning.linear.Product;
import movierec.learning.linear.SquareMatrix;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.RowCollector;

/**
 * The linear model of what comes next, in closed form: at every moment of a history, the items just had predict those that
 * follow. M. Choi et al., "Session-aware linear item-item models for session-based recommendation", WWW 2021 (SLIT); here
 * both pasts and futures fade exponentially, and a whole history is one session. With C the sum of pastᵀ past and D that of
 * pastᵀ future over all moments, B = (C + lambda I)⁻¹ D.
 *
 * <p>Costs 4 n³ floating point operations and 8 n² bytes for n items.
 *
 * @param regularization lambda, positive
 * @param pastDecay how far back an item counts, in items: e^(-k / pastDecay) for the one k places before the last
 * @param futureItems how many of the following items are predicted, at least 1
 * @param futureDecay how fast they lose weight, in items
 * @param rowLimit how many weights each item keeps, the largest by absolute value
 */
public record NextItem(double regularization, double pastDecay, int futureItems, double futureDecay, int rowLimit)
        implements Model {
    public NextItem {
        if (!(regularization > 0) || !(pastDecay > 0) || futureItems < 1 || !(futureDecay > 0) || rowLimit < 1) {
            throw new IllegalArgumentException("NextItem wants positive parameters, not " + regularization + ", "
                    + pastDecay + ", " + futureItems + ", " + futureDecay + " and " + rowLimit);
        }
    }

    /** With rows as long as serving affords. */
    public static NextItem forServing(
            double regularization, double pastDecay, int futureItems, double futureDecay, int itemCount) {
        return new NextItem(regularization, pastDecay, futureItems, futureDecay, ItemWeights.servedRowLimit(itemCount));
    }

    @Override
    public String name() {
        return "next-item";
    }

    @Override
    public Map<String, Double> hyperparameters() {
        return Map.of(
                "lambda",
                regularization,
                "pastDecay",
                pastDecay,
                "futureItems",
                (double) futureItems,
                "futureDecay",
                futureDecay,
                "rowLimit",
                (double) rowLimit);
    }

    /** Refuses interactions whose order is not known. */
    @Override
    public RecentItemWeights fit(Interactions training) {
        if (training.size() == 0) {
            throw new UnusableData("There are no interactions to learn from");
        }
        if (!training.isChronological()) {
            throw new UnusableData("The model " + name() + " needs the time of every interaction");
        }
        Transitions transitions = new Transitions(training, pastDecay, futureItems, futureDecay);
        try (SquareMatrix weights = new SquareMatrix(training.itemCount());
                SquareMatrix future = new SquareMatrix(training.itemCount())) {
            transitions.pastTimesPast(weights);
            for (int i = 0; i < weights.size(); i++) {
                weights.set(i, i, (float) (weights.get(i, i) + regularization));
            }
            Inverse.forSize(weights.size()).invert(weights);
            transitions.pastTimesFuture(future);
            Product.forSize(weights.size()).multiply(weights, future);
            return new RecentItemWeights(strongest(weights), pastDecay);
        }
    }

    private ItemWeights strongest(SquareMatrix weights) {
        RowCollector rows = new RowCollector(weights.size(), weights.size());
        IntStream.range(0, weights.size()).parallel().forEach(i -> rows.strongest(i, weights.row(i), rowLimit));
        return new ItemWeights(rows.collected());
    }
}

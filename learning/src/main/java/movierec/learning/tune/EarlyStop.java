package movierec.learning.tune;

import java.util.function.ToDoubleFunction;
import movierec.learning.FittedModel;
import movierec.learning.ItemFactors;
import movierec.learning.als.ImplicitAls;

/** Ends a fit once validation users have not been better off for some iterations, and tells when they were best off. */
final class EarlyStop implements ImplicitAls.Watch {
    static final int MAX_ITERATIONS = 24;

    /** The first ones never are the best, so nobody is asked. */
    private static final int SILENT_ITERATIONS = 2;

    private static final int PATIENCE = 3;

    private final ToDoubleFunction<FittedModel> score;
    private int bestIteration;
    private double bestScore = Double.NEGATIVE_INFINITY;

    EarlyStop(ToDoubleFunction<FittedModel> score) {
        this.score = score;
    }

    @Override
    public boolean goesOn(int iteration, ItemFactors soFar) {
        if (iteration <= SILENT_ITERATIONS) {
            return true;
        }
        double reached = score.applyAsDouble(soFar);
        if (reached > bestScore) {
            bestScore = reached;
            bestIteration = iteration;
        }
        return iteration - bestIteration < PATIENCE;
    }

    int bestIteration() {
        return bestIteration;
    }

    double bestScore() {
        return bestScore;
    }
}

package movierec.learning.als;

import movierec.learning.ItemFactors.Loss;
import movierec.learning.linear.PrincipalAxes;
import movierec.learning.matrix.SparseRows;

/** Solves for the factors of users while those of items are fixed, or the other way round. */
final class HalfStep {
    private final SparseRows entries;
    private final RowOrder order;
    private final Loss loss;
    private final int blockSize;

    /**
     * Sorts the rows once for all iterations.
     *
     * @param entries one row per row to be solved, one column per fixed row
     * @param blockSize how many factors are solved for together; as many as there are, or more, means exactly
     */
    HalfStep(SparseRows entries, Loss loss, int blockSize) {
        this.entries = entries;
        this.order = new RowOrder(entries);
        this.loss = loss;
        this.blockSize = blockSize;
    }

    /**
     * Rows are independent of each other, so the result does not depend on the number of threads.
     *
     * @param fixed may be turned to other axes, which changes no product between them
     * @param solved receives rows that belong to the fixed ones as they are afterwards; where blocks are solved for, they
     *     are improved from what they are
     * @throws ArithmeticException when the regularization is too small for single precision
     */
    void solve(Factors fixed, Factors solved) {
        if (blockSize < fixed.dimension()) {
            float[] unobserved = unobserved(fixed);
            order.forEach(() -> new BlockRows(entries, fixed, unobserved, solved, loss, blockSize));
        } else {
            PrincipalAxes axes = new PrincipalAxes(fixed.dimension(), fixed.gram());
            fixed.turn(axes);
            order.forEach(() -> new ExactRows(entries, fixed, axes, solved, loss));
        }
    }

    /** alpha0 G, d x stride. */
    private float[] unobserved(Factors fixed) {
        double[] gram = fixed.gram();
        int dimension = fixed.dimension();
        float[] unobserved = new float[dimension * fixed.stride()];
        for (int a = 0; a < dimension; a++) {
            for (int b = 0; b < dimension; b++) {
                unobserved[a * fixed.stride() + b] = (float) (loss.unobservedWeight() * gram[a * dimension + b]);
            }
        }
        return unobserved;
    }
}

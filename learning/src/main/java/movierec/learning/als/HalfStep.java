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
     * @param solved receives rows that belong to the fixed ones as they are afterwards
     * @throws ArithmeticException when the regularization is too small for single precision
     */
    void solve(Factors fixed, Factors solved) {
        PrincipalAxes axes = new PrincipalAxes(fixed.dimension(), fixed.gram());
        fixed.turn(axes);
        order.forEach(() -> new ExactRows(entries, fixed, axes, solved, loss));
    }
}

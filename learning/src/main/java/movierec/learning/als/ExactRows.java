package movierec.learning.als;

import java.util.Arrays;
import movierec.learning.ItemFactors.Loss;
import movierec.learning.linear.PositiveSystem;
import movierec.learning.linear.PrincipalAxes;
import movierec.learning.linear.RowMultiples;
import movierec.learning.matrix.SparseRows;

/**
 * Solves rows exactly: x = (alpha0 G + sum of c y yᵀ + r I)⁻¹ (sum of c y), where y are the fixed rows that the row has.
 *
 * <p>The fixed factors lie along the principal axes of their gram, so alpha0 G + r I is a diagonal D although r differs
 * from row to row. A row with fewer entries n than factors then needs a system of n equations only: with Z, n x d, of rows
 * sqrt(c) D^-1/2 y, x = D^-1/2 Zᵀ (I + Z Zᵀ)⁻¹ sqrt(c).
 */
final class ExactRows implements RowOrder.Worker {
    private static final int ROWS_AT_ONCE = 128;

    private final SparseRows entries;
    private final Factors fixed;
    private final Factors solved;
    private final Loss loss;
    private final int dimension;
    private final int stride;
    private final float[] stretched;
    private final float[] diagonal;
    private final float[] scaled;
    private final float[] unknowns;
    private final PositiveSystem system;
    private final RowMultiples multiples;

    /**
     * For one thread.
     *
     * @param entries one row per row of {@code solved}, one column per row of {@code fixed}
     * @param fixed along {@code axes}
     */
    ExactRows(SparseRows entries, Factors fixed, PrincipalAxes axes, Factors solved, Loss loss) {
        this.entries = entries;
        this.fixed = fixed;
        this.solved = solved;
        this.loss = loss;
        dimension = fixed.dimension();
        stride = fixed.stride();
        stretched = new float[dimension];
        for (int a = 0; a < dimension; a++) {
            stretched[a] = (float) (loss.unobservedWeight() * Math.max(0, axes.stretch(a)));
        }
        diagonal = new float[stride];
        scaled = new float[Math.max(ROWS_AT_ONCE, dimension) * stride];
        unknowns = new float[stride];
        system = new PositiveSystem(dimension);
        multiples = new RowMultiples(stride);
    }

    @Override
    public void row(int rowIndex) {
        int size = entries.rowSize(rowIndex);
        solved.clear(rowIndex);
        if (size == 0) {
            return;
        }
        double confidence = 0;
        for (int p = entries.start(rowIndex); p < entries.end(rowIndex); p++) {
            confidence += entries.valueAt(p);
        }
        float ridge = (float) loss.ridge(confidence, fixed.rowCount());
        for (int a = 0; a < dimension; a++) {
            diagonal[a] = stretched[a] + ridge;
        }
        if (size < dimension) {
            solveByEntries(rowIndex, size);
        } else {
            solveByFactors(rowIndex);
        }
    }

    private void solveByFactors(int rowIndex) {
        system.start(dimension);
        for (int a = 0; a < dimension; a++) {
            system.addToDiagonal(a, diagonal[a]);
        }
        Arrays.fill(unknowns, 0);
        int end = entries.end(rowIndex);
        for (int first = entries.start(rowIndex); first < end; first += ROWS_AT_ONCE) {
            int count = Math.min(ROWS_AT_ONCE, end - first);
            for (int h = 0; h < count; h++) {
                int from = fixed.start(entries.columnIndexAt(first + h));
                float root = (float) Math.sqrt(entries.valueAt(first + h));
                multiples.set(scaled, h * stride, root, fixed.values(), from);
                multiples.add(unknowns, 0, root, scaled, h * stride);
            }
            system.addProducts(scaled, count);
        }
        system.solve(unknowns);
        System.arraycopy(unknowns, 0, solved.values(), solved.start(rowIndex), dimension);
    }

    private void solveByEntries(int rowIndex, int size) {
        int width = PositiveSystem.stride(size);
        for (int a = 0; a < dimension; a++) {
            diagonal[a] = (float) (1 / Math.sqrt(diagonal[a]));
            Arrays.fill(scaled, a * width + size, (a + 1) * width, 0);
        }
        Arrays.fill(unknowns, 0, width, 0);
        system.start(size);
        int start = entries.start(rowIndex);
        for (int h = 0; h < size; h++) {
            int from = fixed.start(entries.columnIndexAt(start + h));
            float root = (float) Math.sqrt(entries.valueAt(start + h));
            for (int a = 0; a < dimension; a++) {
                scaled[a * width + h] = root * diagonal[a] * fixed.values()[from + a];
            }
            unknowns[h] = root;
            system.addToDiagonal(h, 1);
        }
        system.addProducts(scaled, dimension);
        system.solve(unknowns);
        combine(rowIndex, size);
    }

    /** x = D⁻¹ (sum of sqrt(c) times the entry's unknown times y). */
    private void combine(int rowIndex, int size) {
        float[] target = solved.values();
        int to = solved.start(rowIndex);
        int start = entries.start(rowIndex);
        for (int h = 0; h < size; h++) {
            int from = fixed.start(entries.columnIndexAt(start + h));
            float weight = (float) Math.sqrt(entries.valueAt(start + h)) * unknowns[h];
            multiples.add(target, to, weight, fixed.values(), from);
        }
        for (int a = 0; a < dimension; a++) {
            target[to + a] *= diagonal[a] * diagonal[a];
        }
    }
}

package movierec.learning.als;

import java.util.Arrays;
import movierec.learning.ItemFactors.Loss;
import movierec.learning.linear.PositiveSystem;
import movierec.learning.linear.RowMultiples;
import movierec.learning.matrix.SparseRows;

/**
 * Improves rows block by block: for each block of factors the loss is made as small as it can be while the others stay as
 * they are (S. Rendle et al., "iALS++: speeding up matrix factorization with subspace optimization", 2021). With many
 * factors that costs far less than an exact solution: 4 n d b + d b² + d² operations for n entries and blocks of b.
 */
final class BlockRows implements RowOrder.Worker {
    private static final int ROWS_AT_ONCE = 128;

    private final SparseRows entries;
    private final Factors fixed;
    private final float[] unobserved;
    private final Factors solved;
    private final Loss loss;
    private final int blockSize;
    private final RowMultiples wholeRows;
    private final float[] slope;
    private final float[] scaled;
    private final float[] step;
    private final PositiveSystem system;
    private float[] scores = new float[1024];

    /**
     * For one thread.
     *
     * @param entries one row per row of {@code solved}, one column per row of {@code fixed}
     * @param unobserved alpha0 G, d x stride
     * @param blockSize b, a multiple of {@link ImplicitAls#BLOCK_UNIT}
     */
    BlockRows(SparseRows entries, Factors fixed, float[] unobserved, Factors solved, Loss loss, int blockSize) {
        this.entries = entries;
        this.fixed = fixed;
        this.unobserved = unobserved;
        this.solved = solved;
        this.loss = loss;
        this.blockSize = blockSize;
        wholeRows = new RowMultiples(fixed.stride());
        slope = new float[fixed.stride()];
        int width = PositiveSystem.stride(blockSize);
        scaled = new float[ROWS_AT_ONCE * width];
        step = new float[width];
        system = new PositiveSystem(blockSize);
    }

    @Override
    public void row(int rowIndex) {
        if (entries.rowSize(rowIndex) == 0) {
            solved.clear(rowIndex);
            return;
        }
        float ridge = (float) loss.ridge(entries.rowSum(rowIndex), fixed.rowCount());
        begin(rowIndex);
        int dimension = fixed.dimension();
        for (int first = 0; first < dimension; first += blockSize) {
            Block block = new Block(first, Math.min(blockSize, dimension - first));
            solve(rowIndex, block, ridge);
            if (first + blockSize < dimension) {
                follow(rowIndex, block);
            }
        }
    }

    /** The scores of the row's entries, x·y, and the slope of the unobserved part, alpha0 G x. */
    private void begin(int rowIndex) {
        int start = entries.start(rowIndex);
        int size = entries.rowSize(rowIndex);
        if (scores.length < size) {
            scores = new float[Math.max(size, 2 * scores.length)];
        }
        int row = solved.start(rowIndex);
        for (int h = 0; h < size; h++) {
            int from = fixed.start(entries.columnIndexAt(start + h));
            scores[h] = wholeRows.product(solved.values(), row, fixed.values(), from);
        }
        Arrays.fill(slope, 0);
        for (int a = 0; a < fixed.dimension(); a++) {
            wholeRows.add(slope, 0, solved.values()[row + a], unobserved, a * fixed.stride());
        }
    }

    /** x += (alpha0 G + sum of c y yᵀ + r I)⁻¹ (sum of c (1 - x·y) y - alpha0 G x - r x), all within the block. */
    private void solve(int rowIndex, Block block, float ridge) {
        system.start(block.size);
        system.addMatrix(unobserved, block.first * (fixed.stride() + 1), fixed.stride());
        Arrays.fill(step, 0);
        RowMultiples blockRows = block.rows();
        int width = blockRows.length();
        int start = entries.start(rowIndex);
        int size = entries.rowSize(rowIndex);
        for (int done = 0; done < size; done += ROWS_AT_ONCE) {
            int count = Math.min(ROWS_AT_ONCE, size - done);
            for (int h = 0; h < count; h++) {
                int from = fixed.start(entries.columnIndexAt(start + done + h)) + block.first;
                float root = (float) Math.sqrt(entries.valueAt(start + done + h));
                blockRows.set(scaled, h * width, root, fixed.values(), from);
                blockRows.add(step, 0, root * (1 - scores[done + h]), scaled, h * width);
            }
            system.addProducts(scaled, count);
        }
        float[] values = solved.values();
        int row = solved.start(rowIndex) + block.first;
        for (int a = 0; a < block.size; a++) {
            system.addToDiagonal(a, ridge);
            step[a] -= slope[block.first + a] + ridge * values[row + a];
        }
        system.solve(step);
        blockRows.add(values, row, 1, step, 0);
    }

    /** Brings scores and slope up to date with the step. */
    private void follow(int rowIndex, Block block) {
        RowMultiples blockRows = block.rows();
        int start = entries.start(rowIndex);
        for (int h = 0; h < entries.rowSize(rowIndex); h++) {
            int from = fixed.start(entries.columnIndexAt(start + h)) + block.first;
            scores[h] += blockRows.product(step, 0, fixed.values(), from);
        }
        for (int a = 0; a < block.size; a++) {
            wholeRows.add(slope, 0, step[a], unobserved, (block.first + a) * fixed.stride());
        }
    }

    /** Neighbouring factors that are solved for together. */
    private record Block(int first, int size) {
        RowMultiples rows() {
            return new RowMultiples(PositiveSystem.stride(size));
        }
    }
}

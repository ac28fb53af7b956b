package movierec.learning.linear;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import movierec.learning.linear.RowProducts.Range;

/**
 * Cholesky factor and inverse in plain Java. All three steps only need products of two rows, so they walk through memory
 * in order; L takes the place of the lower triangle and Mᵀ, row-major, that of the upper one.
 *
 * <p>Blocks of rows are worked on in parallel; within a block the long part of each sum is done for tiles of 2 x 4 entries
 * at once ({@link RowProducts}) and the short rest entry by entry.
 */
public final class JavaInverse implements Inverse {
    private static final int BLOCK = 64;

    @Override
    public String name() {
        return "plain Java";
    }

    @Override
    public void invert(SquareMatrix matrix) {
        factorize(matrix);
        invertFactor(matrix);
        multiplyFactors(matrix);
        matrix.mirrorLower();
    }

    /** A = L Lᵀ, column block by column block; the diagonal keeps 1 / L[i][i]. */
    private static void factorize(SquareMatrix a) {
        int n = a.size();
        for (int start = 0; start < n; start += BLOCK) {
            int first = start;
            int end = Math.min(n, first + BLOCK);
            forBlocks(
                    first,
                    n,
                    block -> RowProducts.add(
                            a,
                            -1,
                            new Range(block, Math.min(n, block + BLOCK)),
                            new Range(first, end),
                            new Range(0, first)));
            factorizeDiagonal(a, first, end);
            forBlocks(end, n, block -> {
                for (int i = block; i < Math.min(n, block + BLOCK); i++) {
                    solveRow(a, i, first, end);
                }
            });
        }
    }

    private static void factorizeDiagonal(SquareMatrix a, int first, int end) {
        for (int i = first; i < end; i++) {
            solveRow(a, i, first, i);
            // L[i][i]² = A[i][i] - sum of L[i][k]²
            double pivot = a.get(i, i) - RowProducts.product(a, i, i, first, i);
            if (!(pivot > 0)) {
                throw Inverse.notPositiveDefinite();
            }
            a.set(i, i, (float) (1 / Math.sqrt(pivot)));
        }
    }

    /** L[i][j] = (A[i][j] - sum of L[i][k] L[j][k]) / L[j][j] for the columns from first to end. */
    private static void solveRow(SquareMatrix a, int i, int first, int end) {
        for (int j = first; j < end; j++) {
            a.set(i, j, (a.get(i, j) - RowProducts.product(a, i, j, first, j)) * a.get(j, j));
        }
    }

    /** Mᵀ[j][i] = -(sum over k from j to i of L[i][k] Mᵀ[j][k]) / L[i][i], into the upper triangle. */
    private static void invertFactor(SquareMatrix a) {
        int n = a.size();
        forBlocks(0, n, block -> {
            int end = Math.min(n, block + BLOCK);
            for (int j = block; j < end; j++) {
                for (int i = j + 1; i < end; i++) {
                    a.set(j, i, -RowProducts.product(a, i, j, j, i) * a.get(i, i));
                }
            }
            for (int start = end; start < n; start += BLOCK) {
                invertFactorBlock(a, block, end, start, Math.min(n, start + BLOCK));
            }
        });
    }

    private static void invertFactorBlock(SquareMatrix a, int block, int blockEnd, int first, int end) {
        for (int j = block; j < blockEnd; j++) {
            for (int i = first; i < end; i++) {
                a.set(j, i, -RowProducts.product(a, i, j, j, blockEnd));
            }
        }
        RowProducts.add(a, -1, new Range(block, blockEnd), new Range(first, end), new Range(blockEnd, first));
        for (int j = block; j < blockEnd; j++) {
            for (int i = first; i < end; i++) {
                a.set(j, i, (a.get(j, i) - RowProducts.product(a, i, j, first, i)) * a.get(i, i));
            }
        }
    }

    /** The inverse is Mᵀ M: entry i, j is the sum over k from i of Mᵀ[i][k] Mᵀ[j][k], into the lower triangle. */
    private static void multiplyFactors(SquareMatrix a) {
        int n = a.size();
        forBlocks(0, n, block -> {
            int end = Math.min(n, block + BLOCK);
            for (int start = 0; start < block; start += BLOCK) {
                for (int i = block; i < end; i++) {
                    for (int j = start; j < start + BLOCK; j++) {
                        a.set(i, j, RowProducts.product(a, i, j, i, end));
                    }
                }
                RowProducts.add(a, 1, new Range(block, end), new Range(start, start + BLOCK), new Range(end, n));
            }
            for (int i = block; i < end; i++) {
                // The diagonal is needed by the rest of its row, so it is overwritten last.
                for (int j = block; j <= i; j++) {
                    a.set(i, j, RowProducts.product(a, i, j, i, n));
                }
            }
        });
    }

    private static void forBlocks(int first, int end, IntConsumer work) {
        IntStream.range(0, (end - first + BLOCK - 1) / BLOCK).parallel().forEach(b -> work.accept(first + b * BLOCK));
    }
}

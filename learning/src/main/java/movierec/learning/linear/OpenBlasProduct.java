package movierec.learning.linear;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.bytedeco.openblas.global.openblas;

/** The product by OpenBLAS ({@code sgemm}), some rows at a time, so that it needs little memory beside the two matrices. */
final class OpenBlasProduct implements Product {
    private static final int ROWS = 1024;

    @Override
    public void multiply(SquareMatrix left, SquareMatrix right) {
        int n = left.size();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment product = arena.allocate((long) Math.min(ROWS, n) * n * Float.BYTES, 64);
            for (int first = 0; first < n; first += ROWS) {
                int rows = Math.min(ROWS, n - first);
                long bytes = (long) rows * n * Float.BYTES;
                MemorySegment block = left.segment().asSlice(left.place(first, 0) * Float.BYTES, bytes);
                openblas.cblas_sgemm(
                        openblas.CblasRowMajor,
                        openblas.CblasNoTrans,
                        openblas.CblasNoTrans,
                        rows,
                        n,
                        n,
                        1,
                        new OpenBlasInverse.Address(block),
                        n,
                        new OpenBlasInverse.Address(right.segment()),
                        n,
                        0,
                        new OpenBlasInverse.Address(product),
                        n);
                block.copyFrom(product.asSlice(0, bytes));
            }
        }
    }
}

package movierec.learning.linear;

import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cholesky factor and inverse by OpenBLAS ({@code spotrf}, {@code spotri}): n³ floating point operations. */
public final class OpenBlasInverse implements Inverse {
    /** Below this the plain Java way takes about as long as unpacking and loading the library. */
    static final int WORTH_LOADING_SIZE = 1_500;

    private static final Logger LOG = LoggerFactory.getLogger(OpenBlasInverse.class);

    /** Whether the library exists for this platform and could be loaded; loads it. */
    public static boolean isUsable() {
        return Library.LOADED;
    }

    @Override
    public String name() {
        return "OpenBLAS";
    }

    @Override
    public void invert(SquareMatrix matrix) {
        int size = matrix.size();
        // In column-major words our lower triangle is the upper one.
        byte triangle = 'U';
        FloatPointer values = new Address(matrix.segment());
        int order = openblas.LAPACK_COL_MAJOR;
        check(openblas.LAPACKE_spotrf(order, triangle, size, values, size));
        check(openblas.LAPACKE_spotri(order, triangle, size, values, size));
        matrix.mirrorLower();
    }

    private static void check(int status) {
        if (status > 0) {
            throw Inverse.notPositiveDefinite();
        }
        if (status < 0) {
            throw new IllegalStateException("OpenBLAS refused argument " + -status);
        }
    }

    /** A pointer to memory that is not its own. */
    static final class Address extends FloatPointer {
        Address(MemorySegment segment) {
            address = segment.address();
        }
    }

    /** Loads the library once, when first asked. */
    private static final class Library {
        static final boolean LOADED = load();

        private static boolean load() {
            try {
                Loader.load(openblas.class);
                return true;
            } catch (LinkageError e) {
                LOG.info("OpenBLAS is not available here, the plain Java inverse is used: {}", e.getMessage());
                return false;
            }
        }
    }
}

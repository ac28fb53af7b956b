package movierec.bench.learning;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;

/** The most single precision arithmetic that OpenBLAS gets out of this machine: the measure of what else could be had. */
final class MatrixPeak {
    private static final int SIZE = 3_000;
    private static final int REPEATS = 5;

    private MatrixPeak() {}

    /**
     * Multiplies square matrices with all cores and counts the best of a few times.
     *
     * @return 10^9 floating point operations per second
     */
    static double measure() {
        Loader.load(openblas.class);
        long values = (long) SIZE * SIZE;
        double best = Double.POSITIVE_INFINITY;
        try (FloatPointer a = filled(values);
                FloatPointer b = filled(values);
                FloatPointer c = filled(values)) {
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                double seconds = Used.of(() -> multiply(a, b, c)).seconds();
                best = Math.min(best, seconds);
            }
        }
        return 2.0 * SIZE * values / best / 1e9;
    }

    private static void multiply(FloatPointer a, FloatPointer b, FloatPointer c) {
        int plain = openblas.CblasNoTrans;
        openblas.cblas_sgemm(openblas.CblasRowMajor, plain, plain, SIZE, SIZE, SIZE, 1f, a, SIZE, b, SIZE, 0f, c, SIZE);
    }

    private static FloatPointer filled(long values) {
        FloatPointer pointer = new FloatPointer(values);
        for (long v = 0; v < values; v++) {
            pointer.put(v, v % 7);
        }
        return pointer;
    }
}

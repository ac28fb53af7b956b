package movierec.learning;

/**
 * The one inner loop that fold-in and scoring consist of: a sum of scaled vectors (BLAS axpy), four vectors a pass so that the
 * sums are read and written once per four. The compiler turns it into vector instructions by itself, which the serving
 * process needs as it does without the vector module. It does so only while all arrays run by the same index, hence one array
 * per vector instead of one for the whole matrix, and only while the loop is small: with eight vectors it does not.
 */
final class Axpy {
    static final int TOGETHER = 4;

    private Axpy() {}

    /** The next multiple of {@link #TOGETHER}. */
    static int padded(int count) {
        return (count + TOGETHER - 1) / TOGETHER * TOGETHER;
    }

    /**
     * sums[i] += scales[k] * vectors[first + k][i], for k from 0 to 3 and i from {@code from} to {@code to} - 1.
     *
     * @param scales four, beginning at {@code first}
     */
    static void addFour(float[] sums, int from, int to, float[] scales, float[][] vectors, int first) {
        float s0 = scales[first];
        float s1 = scales[first + 1];
        float s2 = scales[first + 2];
        float s3 = scales[first + 3];
        float[] v0 = vectors[first];
        float[] v1 = vectors[first + 1];
        float[] v2 = vectors[first + 2];
        float[] v3 = vectors[first + 3];
        for (int i = from; i < to; i++) {
            sums[i] += s0 * v0[i] + s1 * v1[i] + s2 * v2[i] + s3 * v3[i];
        }
    }

    /** sums[i] += scale * vector[i], for i from {@code from} to {@code to} - 1. */
    static void add(float[] sums, int from, int to, float scale, float[] vector) {
        for (int i = from; i < to; i++) {
            sums[i] += scale * vector[i];
        }
    }

    /** The sum of a[aStart + i] * b[bStart + i]; four partial sums hide the latency of addition. */
    static float dot(float[] a, int aStart, float[] b, int bStart, int length) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            sum0 += a[aStart + i] * b[bStart + i];
            sum1 += a[aStart + i + 1] * b[bStart + i + 1];
            sum2 += a[aStart + i + 2] * b[bStart + i + 2];
            sum3 += a[aStart + i + 3] * b[bStart + i + 3];
        }
        for (; i < length; i++) {
            sum0 += a[aStart + i] * b[bStart + i];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }
}

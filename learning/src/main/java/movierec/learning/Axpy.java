package movierec.learning;

/**
 * The one inner loop that fold-in and scoring consist of: a sum of scaled vectors (BLAS axpy), eight vectors a pass so that
 * the sums are read and written once per eight. The compiler turns it into vector instructions by itself, which the
 * serving process needs as it does without the vector module; it does so only while all arrays run by the same index, hence
 * one array per vector instead of one for the whole matrix.
 */
final class Axpy {
    static final int TOGETHER = 8;

    private Axpy() {}

    /** The next multiple of {@link #TOGETHER}. */
    static int padded(int count) {
        return (count + TOGETHER - 1) / TOGETHER * TOGETHER;
    }

    /**
     * sums[i] += scales[k] * vectors[first + k][i], for k from 0 to 7 and i from {@code from} to {@code to} - 1.
     *
     * @param scales eight, beginning at {@code first}
     */
    static void addEight(float[] sums, int from, int to, float[] scales, float[][] vectors, int first) {
        float s0 = scales[first];
        float s1 = scales[first + 1];
        float s2 = scales[first + 2];
        float s3 = scales[first + 3];
        float s4 = scales[first + 4];
        float s5 = scales[first + 5];
        float s6 = scales[first + 6];
        float s7 = scales[first + 7];
        float[] v0 = vectors[first];
        float[] v1 = vectors[first + 1];
        float[] v2 = vectors[first + 2];
        float[] v3 = vectors[first + 3];
        float[] v4 = vectors[first + 4];
        float[] v5 = vectors[first + 5];
        float[] v6 = vectors[first + 6];
        float[] v7 = vectors[first + 7];
        for (int i = from; i < to; i++) {
            sums[i] += s0 * v0[i]
                    + s1 * v1[i]
                    + s2 * v2[i]
                    + s3 * v3[i]
                    + s4 * v4[i]
                    + s5 * v5[i]
                    + s6 * v6[i]
                    + s7 * v7[i];
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

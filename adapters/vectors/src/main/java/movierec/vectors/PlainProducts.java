package movierec.vectors;

/** The readable twin of {@link SimdProducts}, and what stands in for it where the virtual machine has no SIMD. */
final class PlainProducts implements Products {
    @Override
    public void compute(float[] rows, int rowCount, float[] query, float[] into) {
        for (int row = 0; row < rowCount; row++) {
            float sum = 0;
            for (int i = 0; i < query.length; i++) {
                sum += rows[row * query.length + i] * query[i];
            }
            into[row] = sum;
        }
    }
}

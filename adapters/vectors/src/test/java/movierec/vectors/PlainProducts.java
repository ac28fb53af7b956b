package movierec.vectors;

/** The readable twin of both kernels. */
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

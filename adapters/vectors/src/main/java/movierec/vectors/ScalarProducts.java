package movierec.vectors;

/**
 * What stands in for {@link SimdProducts} where the virtual machine was started without SIMD. Each sum must wait for its last
 * addition, so eight of them are under way at once: two for each of four rows.
 */
final class ScalarProducts implements Products {
    @Override
    public void compute(float[] rows, int rowCount, float[] query, float[] into) {
        int row = 0;
        for (; row + 4 <= rowCount; row += 4) {
            fourRows(rows, row, query, into);
        }
        for (; row < rowCount; row++) {
            into[row] = product(rows, row * query.length, query, 0);
        }
    }

    private static void fourRows(float[] rows, int row, float[] query, float[] into) {
        int length = query.length;
        int first = row * length;
        int second = first + length;
        int third = second + length;
        int fourth = third + length;
        float even0 = 0;
        float even1 = 0;
        float even2 = 0;
        float even3 = 0;
        float odd0 = 0;
        float odd1 = 0;
        float odd2 = 0;
        float odd3 = 0;
        int i = 0;
        for (; i + 2 <= length; i += 2) {
            float even = query[i];
            float odd = query[i + 1];
            even0 += rows[first + i] * even;
            odd0 += rows[first + i + 1] * odd;
            even1 += rows[second + i] * even;
            odd1 += rows[second + i + 1] * odd;
            even2 += rows[third + i] * even;
            odd2 += rows[third + i + 1] * odd;
            even3 += rows[fourth + i] * even;
            odd3 += rows[fourth + i + 1] * odd;
        }
        into[row] = even0 + odd0 + product(rows, first, query, i);
        into[row + 1] = even1 + odd1 + product(rows, second, query, i);
        into[row + 2] = even2 + odd2 + product(rows, third, query, i);
        into[row + 3] = even3 + odd3 + product(rows, fourth, query, i);
    }

    /** From a place of the query to its end. */
    private static float product(float[] rows, int first, float[] query, int from) {
        float sum = 0;
        for (int i = from; i < query.length; i++) {
            sum += rows[first + i] * query[i];
        }
        return sum;
    }
}

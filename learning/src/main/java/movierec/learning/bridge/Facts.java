package movierec.learning.bridge;

import movierec.learning.matrix.SparseRows;

/** What titles are, made comparable. */
final class Facts {
    private Facts() {}

    /**
     * Facts times their inverse document frequency log(1 + titles / titles with the fact), then rows of length 1.
     *
     * @param content titles x facts, values not negative
     */
    static SparseRows scaled(SparseRows content) {
        int[] titles = new int[content.columnCount()];
        for (int p = 0; p < content.size(); p++) {
            titles[content.columnIndexAt(p)]++;
        }
        SparseRows rare = content.withValues((titleIndex, fact, value) ->
                (float) (value * Math.log(1 + (double) content.rowCount() / titles[fact])));
        float[] lengths = new float[content.rowCount()];
        for (int r = 0; r < lengths.length; r++) {
            double squares = 0;
            for (int p = rare.start(r); p < rare.end(r); p++) {
                squares += rare.valueAt(p) * rare.valueAt(p);
            }
            lengths[r] = (float) Math.sqrt(squares);
        }
        return rare.withValues((titleIndex, fact, value) -> value / lengths[titleIndex]);
    }
}

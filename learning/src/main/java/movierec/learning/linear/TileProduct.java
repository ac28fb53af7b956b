package movierec.learning.linear;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A product of two matrices, added to a third tile by tile. A tile of 4 rows and two registers' width is summed in eight
 * registers: each step loads two registers and four single numbers for eight fused multiplications and additions, which
 * keeps the arithmetic units of AVX2 and AVX-512 processors busy.
 *
 * <p>All arrays are row-major; target and right have the same number of values per row, {@link #padded}. Rows of the target
 * come in fours.
 */
final class TileProduct {
    static final int TILE_ROWS = 4;

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int LANE_COUNT = LANES.length();
    static final int TILE_COLUMNS = 2 * LANE_COUNT;

    private final float[] target;
    private final float[] left;
    private final int leftRowStep;
    private final int leftTermStep;
    private final float[] right;
    private final int stride;
    private final float sign;

    private TileProduct(
            float[] target, float[] left, int leftRowStep, int leftTermStep, float[] right, int stride, float sign) {
        this.target = target;
        this.left = left;
        this.leftRowStep = leftRowStep;
        this.leftTermStep = leftTermStep;
        this.right = right;
        this.stride = stride;
        this.sign = sign;
    }

    /** How many values a row of so many columns takes, so that tiles fit. */
    static int padded(int columnCount) {
        return (columnCount + TILE_COLUMNS - 1) / TILE_COLUMNS * TILE_COLUMNS;
    }

    /** target += Rᵀ R, where R has {@code stride} values per row. */
    static TileProduct ofColumns(float[] target, float[] rows, int stride) {
        return new TileProduct(target, rows, 1, stride, rows, stride, 1);
    }

    /** U[i][j] -= sum over earlier rows k of U[k][i] U[k][j], in place. */
    static TileProduct ofEarlierRows(float[] upper, int stride) {
        return new TileProduct(upper, upper, 1, stride, upper, stride, -1);
    }

    /** target += L R, where all three have {@code stride} values per row. */
    static TileProduct ofMatrices(float[] target, float[] left, float[] right, int stride) {
        return new TileProduct(target, left, stride, 1, right, stride, 1);
    }

    /** The tiles of 4 rows from {@code firstRow}, from the tile that holds {@code firstColumn} to the end of the rows. */
    void addStrip(int firstRow, int firstColumn, int termCount) {
        for (int column = firstColumn / TILE_COLUMNS * TILE_COLUMNS; column < stride; column += TILE_COLUMNS) {
            addTile(firstRow, column, termCount);
        }
    }

    /** The tiles on and above the diagonal; some entries below it are changed too. */
    void addUpper(int size, int termCount) {
        for (int row = 0; row < size; row += TILE_ROWS) {
            addStrip(row, row, termCount);
        }
    }

    private void addTile(int row, int column, int termCount) {
        FloatVector sum00 = FloatVector.zero(LANES);
        FloatVector sum01 = sum00;
        FloatVector sum10 = sum00;
        FloatVector sum11 = sum00;
        FloatVector sum20 = sum00;
        FloatVector sum21 = sum00;
        FloatVector sum30 = sum00;
        FloatVector sum31 = sum00;
        int l = row * leftRowStep;
        int r = column;
        for (int k = 0; k < termCount; k++) {
            FloatVector right0 = FloatVector.fromArray(LANES, right, r);
            FloatVector right1 = FloatVector.fromArray(LANES, right, r + LANE_COUNT);
            FloatVector one = FloatVector.broadcast(LANES, left[l]);
            sum00 = one.fma(right0, sum00);
            sum01 = one.fma(right1, sum01);
            one = FloatVector.broadcast(LANES, left[l + leftRowStep]);
            sum10 = one.fma(right0, sum10);
            sum11 = one.fma(right1, sum11);
            one = FloatVector.broadcast(LANES, left[l + 2 * leftRowStep]);
            sum20 = one.fma(right0, sum20);
            sum21 = one.fma(right1, sum21);
            one = FloatVector.broadcast(LANES, left[l + 3 * leftRowStep]);
            sum30 = one.fma(right0, sum30);
            sum31 = one.fma(right1, sum31);
            l += leftTermStep;
            r += stride;
        }
        int place = row * stride + column;
        put(place, sum00, sum01);
        put(place + stride, sum10, sum11);
        put(place + 2 * stride, sum20, sum21);
        put(place + 3 * stride, sum30, sum31);
    }

    private void put(int place, FloatVector sum0, FloatVector sum1) {
        sum0.fma(FloatVector.broadcast(LANES, sign), FloatVector.fromArray(LANES, target, place))
                .intoArray(target, place);
        sum1.fma(FloatVector.broadcast(LANES, sign), FloatVector.fromArray(LANES, target, place + LANE_COUNT))
                .intoArray(target, place + LANE_COUNT);
    }
}

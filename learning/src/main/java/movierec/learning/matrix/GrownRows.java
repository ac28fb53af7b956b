package movierec.learning.matrix;

/** Rows with empty ones behind them. */
record GrownRows(WeightRows rows, int rowCount) implements WeightRows {
    @Override
    public int columnCount() {
        return rowCount;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public int start(int rowIndex) {
        return rowIndex < rows.rowCount() ? rows.start(rowIndex) : rows.size();
    }

    @Override
    public int end(int rowIndex) {
        return rowIndex < rows.rowCount() ? rows.end(rowIndex) : rows.size();
    }

    @Override
    public int columnIndexAt(int position) {
        return rows.columnIndexAt(position);
    }

    @Override
    public float valueAt(int position) {
        return rows.valueAt(position);
    }
}

package movierec.catalogue.files;

/** Is told what a file says, row by row. */
interface RowReader {
    /** @param line counted from 1 */
    void row(long line, Facts facts);

    /** A row says nothing that can be used. */
    void skipped(long line, String reason);
}

package movierec.catalogue.files;

/**
 * How much is read, so that a wrong folder or a hostile file fills neither memory nor time.
 *
 * @param maxDepth folders below the first one
 * @param maxFiles title files
 * @param maxTitles of all files together
 * @param maxFileBytes of a .jsonl or .csv file
 * @param maxRowBytes of one line of these
 * @param maxNfoBytes of an .nfo file
 */
public record FolderLimits(
        int maxDepth, int maxFiles, int maxTitles, long maxFileBytes, int maxRowBytes, int maxNfoBytes) {
    public static final FolderLimits DEFAULT = new FolderLimits(16, 200_000, 200_000, 1L << 30, 1 << 20, 1 << 20);
}

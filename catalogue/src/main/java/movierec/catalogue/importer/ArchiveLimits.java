package movierec.catalogue.importer;

/**
 * How much an archive may unpack to, so that a small hostile file cannot fill memory or time.
 *
 * @param maxMembers files in a zip
 * @param maxUnpackedBytes of one file
 * @param maxRatio unpacked to packed bytes of one file, once it exceeds a megabyte
 */
public record ArchiveLimits(int maxMembers, long maxUnpackedBytes, int maxRatio) {
    /** Ten times the largest MovieLens archive. */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(1_000, 10L << 30, 100);

    private static final long ALWAYS_ALLOWED_BYTES = 1 << 20;

    void check(String file, long packedBytes, long unpackedBytes) {
        if (unpackedBytes > maxUnpackedBytes) {
            throw UnusableFile.because(file + " unpacks to more than " + maxUnpackedBytes + " bytes");
        }
        if (unpackedBytes > ALWAYS_ALLOWED_BYTES && unpackedBytes / maxRatio > packedBytes) {
            throw UnusableFile.because(
                    file + " unpacks to more than " + maxRatio + " times its size: no rating file does");
        }
    }
}

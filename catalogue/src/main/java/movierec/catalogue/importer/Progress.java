package movierec.catalogue.importer;

/** Is told how far the reading of a file is. Called often, from the reading thread; must be quick. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (readBytes, totalBytes) -> {};

    /** @param totalBytes 0 when unknown */
    void read(long readBytes, long totalBytes);
}

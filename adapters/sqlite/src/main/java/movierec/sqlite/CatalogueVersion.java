package movierec.sqlite;

import org.jdbi.v3.core.Handle;

/** The counter that tells readers to load the catalogue anew. */
final class CatalogueVersion {
    private CatalogueVersion() {}

    static long read(Handle handle) {
        return handle.createQuery("SELECT value FROM counters WHERE name = 'catalogue_version'")
                .mapTo(Long.class)
                .one();
    }

    /** To be called in the transaction of the change. */
    static void increase(Handle handle) {
        handle.execute("UPDATE counters SET value = value + 1 WHERE name = 'catalogue_version'");
    }
}

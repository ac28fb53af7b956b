package movierec.postgres;

import org.jdbi.v3.core.Handle;

/** The counter that tells readers to load the catalogue anew. */
final class CatalogueVersion {
    private CatalogueVersion() {}

    static long read(Handle handle) {
        return handle.createQuery("SELECT value FROM counters WHERE name = 'catalogue_version'")
                .mapTo(Long.class)
                .one();
    }

    /** Before a change of the catalogue: from now to the end of the transaction nobody else changes it. */
    static void lock(Handle handle) {
        handle.createQuery("SELECT value FROM counters WHERE name = 'catalogue_version' FOR NO KEY UPDATE")
                .mapTo(Long.class)
                .one();
    }

    /** Before a decision that depends on what the catalogue holds: it stays so to the end of the transaction. */
    static void holdStill(Handle handle) {
        handle.createQuery("SELECT value FROM counters WHERE name = 'catalogue_version' FOR SHARE")
                .mapTo(Long.class)
                .one();
    }

    /** In the transaction of the change, under its lock. */
    static void increase(Handle handle) {
        handle.execute("UPDATE counters SET value = value + 1 WHERE name = 'catalogue_version'");
    }
}

package movierec.postgres;

import java.time.Instant;
import java.util.Optional;
import movierec.job.LeaseStore;

/** Leases in the table {@code leases}. Taking one is one statement, which locks its row. */
public final class PostgresLeaseStore implements LeaseStore {
    private final PostgresDatabase database;

    public PostgresLeaseStore(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public boolean acquire(String lease, String owner, Instant now, Instant until) {
        return database.write(
                handle -> handle.execute("""
                        INSERT INTO leases (lease, owner, expires_at) VALUES (?, ?, ?)
                        ON CONFLICT (lease) DO UPDATE SET owner = excluded.owner, expires_at = excluded.expires_at
                        WHERE leases.owner = excluded.owner OR leases.expires_at <= ?
                        """, lease, owner, Moments.write(until), Moments.write(now)) > 0);
    }

    @Override
    public void release(String lease, String owner) {
        database.write(handle -> handle.execute("DELETE FROM leases WHERE lease = ? AND owner = ?", lease, owner));
    }

    @Override
    public Optional<String> holder(String lease, Instant now) {
        return database.read(handle -> handle.createQuery("SELECT owner FROM leases WHERE lease = ? AND expires_at > ?")
                .bind(0, lease)
                .bind(1, Moments.write(now))
                .map((row, context) -> Texts.read(row, 1))
                .findOne());
    }
}

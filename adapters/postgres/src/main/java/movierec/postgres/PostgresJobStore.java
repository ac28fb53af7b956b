package movierec.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import movierec.job.JobStatus;
import movierec.job.JobStore;

/** Jobs as JSON documents in the table {@code job_progress}, wishes to end them in {@code job_cancel_requests}. */
public final class PostgresJobStore implements JobStore {
    private final PostgresDatabase database;

    public PostgresJobStore(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public List<JobStatus> all() {
        return database.read(handle -> handle.createQuery("SELECT document FROM job_progress ORDER BY job")
                .map((row, context) -> Documents.read(row.getString(1), JobStatus.class))
                .list());
    }

    @Override
    public Optional<JobStatus> find(String job) {
        return database.read(handle -> handle.createQuery("SELECT document FROM job_progress WHERE job = ?")
                .bind(0, job)
                .map((row, context) -> Documents.read(row.getString(1), JobStatus.class))
                .findOne());
    }

    @Override
    public void save(JobStatus status) {
        database.write(handle -> handle.execute("""
                INSERT INTO job_progress (job, document) VALUES (?, ?)
                ON CONFLICT (job) DO UPDATE SET document = excluded.document
                """, status.job(), Documents.write(status)));
    }

    @Override
    public void requestCancel(String job, Instant at) {
        database.write(handle -> handle.execute("""
                INSERT INTO job_cancel_requests (job, requested_at) VALUES (?, ?)
                ON CONFLICT (job) DO UPDATE SET requested_at = excluded.requested_at
                """, job, Moments.write(at)));
    }

    @Override
    public boolean isCancelRequested(String job, Instant startedAt) {
        return database.read(handle -> handle.createQuery("""
                        SELECT count(*) FROM job_cancel_requests WHERE job = ? AND requested_at > ?
                        """)
                        .bind(0, job)
                        .bind(1, Moments.write(startedAt))
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }
}

package movierec.testkit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import movierec.job.JobStatus;
import movierec.job.JobStatus.State;
import movierec.job.JobStore;
import org.junit.jupiter.api.Test;

/** What every {@link JobStore} does. */
public abstract class JobStoreContract {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123Z");

    /** An empty store. */
    protected abstract JobStore jobs();

    private static JobStatus status(String job, State state) {
        return new JobStatus(
                job,
                state,
                NOON,
                NOON.plusSeconds(5),
                Instant.EPOCH,
                "asking for \"details\"",
                3,
                20_000_000_000L,
                Map.of("titles", 12L, "bytes read", 5_000_000_000L),
                "",
                "{\"page\": [1, 2]}");
    }

    @Test
    public void knowsNoJobAtFirst() {
        JobStore jobs = jobs();

        assertThat(jobs.all()).isEmpty();
        assertThat(jobs.find("fetch-daily")).isEmpty();
        assertThat(jobs.isCancelRequested("fetch-daily", NOON)).isFalse();
    }

    @Test
    public void keepsEveryFieldInEveryState() {
        JobStore jobs = jobs();

        for (State state : State.values()) {
            jobs.save(status("fetch-daily", state));

            assertThat(jobs.find("fetch-daily")).contains(status("fetch-daily", state));
        }
        assertThat(jobs.all()).hasSize(1);
    }

    @Test
    public void ordersByName() {
        JobStore jobs = jobs();
        List.of("grow", "fetch-weekly", "fetch-daily").forEach(job -> jobs.save(status(job, State.COMPLETED)));

        assertThat(jobs.all()).extracting(JobStatus::job).containsExactly("fetch-daily", "fetch-weekly", "grow");
    }

    @Test
    public void asksOnlyRunsThatBeganBeforeToEnd() {
        JobStore jobs = jobs();

        jobs.requestCancel("fetch-daily", NOON);

        assertThat(jobs.isCancelRequested("fetch-daily", NOON.minusMillis(1))).isTrue();
        assertThat(jobs.isCancelRequested("fetch-daily", NOON)).isFalse();
        assertThat(jobs.isCancelRequested("fetch-weekly", NOON.minusMillis(1))).isFalse();
    }

    @Test
    public void remembersTheWishWhenTheJobTellsWhereItStands() {
        JobStore jobs = jobs();
        jobs.save(status("fetch-daily", State.RUNNING));
        jobs.requestCancel("fetch-daily", NOON.plusSeconds(6));

        jobs.save(status("fetch-daily", State.RUNNING));

        assertThat(jobs.isCancelRequested("fetch-daily", NOON)).isTrue();
    }

    @Test
    public void theLastWishCounts() {
        JobStore jobs = jobs();
        jobs.requestCancel("fetch-daily", NOON);

        jobs.requestCancel("fetch-daily", NOON.plusSeconds(10));

        assertThat(jobs.isCancelRequested("fetch-daily", NOON.plusSeconds(9))).isTrue();
    }
}

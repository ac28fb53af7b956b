package movierec.catalogue.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import movierec.job.JobStatus;
import movierec.job.JobStatus.State;
import movierec.title.TitleSource.JobKind;
import org.junit.jupiter.api.Test;

/** 2026-03-04 is a Wednesday. */
class FetchScheduleTest {
    private static final Instant WEDNESDAY_NOON = Instant.parse("2026-03-04T12:00:00Z");

    @Test
    void everythingIsFetchedFirst() {
        assertThat(due(WEDNESDAY_NOON)).contains(JobKind.FULL);
    }

    @Test
    void aFirstFetchThatFailedIsTriedAgainAfterAnHour() {
        JobStatus failed = status("fetch-full", State.STOPPED, "2026-03-04T11:30:00Z");

        assertThat(due(WEDNESDAY_NOON, failed)).isEmpty();
        assertThat(due(Instant.parse("2026-03-04T12:30:00Z"), failed)).contains(JobKind.FULL);
    }

    @Test
    void aPausedRunGoesOnAtOnce() {
        assertThat(due(WEDNESDAY_NOON, status("fetch-full", State.PAUSED, "2026-03-04T11:59:59Z")))
                .contains(JobKind.FULL);
    }

    @Test
    void theDailyJobRunsAtEightAndOnce() {
        JobStatus full = status("fetch-full", State.COMPLETED, "2026-03-03T12:00:00Z");
        JobStatus weekly = status("fetch-weekly", State.COMPLETED, "2026-03-01T09:00:00Z");

        assertThat(due(Instant.parse("2026-03-04T07:59:59Z"), full, weekly)).isEmpty();
        assertThat(due(Instant.parse("2026-03-04T08:00:00Z"), full, weekly)).contains(JobKind.DAILY);
        assertThat(due(WEDNESDAY_NOON, full, weekly, status("fetch-daily", State.COMPLETED, "2026-03-04T08:00:00Z")))
                .isEmpty();
    }

    @Test
    void theWeeklyJobRunsOnSundayAtNine() {
        JobStatus full = status("fetch-full", State.COMPLETED, "2026-03-06T12:00:00Z");
        JobStatus daily = status("fetch-daily", State.COMPLETED, "2026-03-08T08:00:00Z");

        assertThat(due(Instant.parse("2026-03-08T08:59:59Z"), full, daily)).isEmpty();
        assertThat(due(Instant.parse("2026-03-08T09:00:00Z"), full, daily)).contains(JobKind.WEEKLY);
    }

    @Test
    void whatWasMissedIsMadeUpForOnceTheDailyJobFirst() {
        JobStatus full = status("fetch-full", State.COMPLETED, "2026-02-01T12:00:00Z");
        JobStatus daily = status("fetch-daily", State.COMPLETED, "2026-02-02T08:00:00Z");
        JobStatus weekly = status("fetch-weekly", State.COMPLETED, "2026-02-08T09:00:00Z");

        assertThat(due(WEDNESDAY_NOON, full, daily, weekly)).contains(JobKind.DAILY);
        JobStatus madeUp = status("fetch-daily", State.COMPLETED, "2026-03-04T12:00:00Z");
        assertThat(due(WEDNESDAY_NOON, full, madeUp, weekly)).contains(JobKind.WEEKLY);
    }

    @Test
    void aFullRunByHandIsADailyAndAWeeklyOne() {
        JobStatus full = status("fetch-full", State.COMPLETED, "2026-03-04T09:30:00Z");

        assertThat(due(WEDNESDAY_NOON, full)).isEmpty();
    }

    @Test
    void aCancelledRunIsNotTriedAgainBeforeItsNextTime() {
        JobStatus full = status("fetch-full", State.COMPLETED, "2026-03-03T12:00:00Z");
        JobStatus cancelled = status("fetch-daily", State.CANCELLED, "2026-03-04T08:00:00Z");

        assertThat(due(WEDNESDAY_NOON, full, cancelled)).isEmpty();
        assertThat(due(Instant.parse("2026-03-05T08:00:00Z"), full, cancelled)).contains(JobKind.DAILY);
    }

    @Test
    void tellsTheNextTimes() {
        assertThat(FetchSchedule.next(JobKind.DAILY, WEDNESDAY_NOON)).isEqualTo("2026-03-05T08:00:00Z");
        assertThat(FetchSchedule.next(JobKind.WEEKLY, WEDNESDAY_NOON)).isEqualTo("2026-03-08T09:00:00Z");
        assertThat(FetchSchedule.next(JobKind.DAILY, Instant.parse("2026-03-05T08:00:00Z")))
                .isEqualTo("2026-03-06T08:00:00Z");
    }

    @Test
    void theCatalogueGrowsOnceADay() {
        JobStatus grown = status(GrowCatalogue.JOB, State.COMPLETED, "2026-03-04T08:10:00Z");

        assertThat(FetchSchedule.isGrowthDue(List.of(), WEDNESDAY_NOON)).isTrue();
        assertThat(FetchSchedule.isGrowthDue(List.of(grown), WEDNESDAY_NOON)).isFalse();
        assertThat(FetchSchedule.isGrowthDue(List.of(grown), Instant.parse("2026-03-05T08:00:00Z")))
                .isTrue();
    }

    private static Optional<JobKind> due(Instant now, JobStatus... jobs) {
        return FetchSchedule.due("tmdb", List.of(jobs), now);
    }

    private static JobStatus status(String job, State state, String at) {
        Instant moment = Instant.parse(at);
        Instant succeeded = state == State.COMPLETED ? moment : Instant.EPOCH;
        return new JobStatus(job, state, moment, moment, succeeded, "", 0, 0, Map.of(), "", "");
    }
}

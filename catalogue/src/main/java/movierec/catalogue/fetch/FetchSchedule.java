package movierec.catalogue.fetch;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import movierec.job.JobStatus;
import movierec.title.TitleSource.JobKind;

/**
 * When what is fetched: the daily job at 08:00 UTC, the weekly one on Sundays at 09:00 UTC (CAT-4), everything once at the
 * beginning. A moment that was missed, because nothing ran then, is made up for; one that failed is tried again.
 */
public final class FetchSchedule {
    private static final Duration TRY_AGAIN_AFTER = Duration.ofHours(1);
    private static final LocalTime DAILY_TIME = LocalTime.of(8, 0);
    private static final LocalTime WEEKLY_TIME = LocalTime.of(9, 0);
    private static final Set<DayOfWeek> SUNDAY = EnumSet.of(DayOfWeek.SUNDAY);

    private FetchSchedule() {}

    /** The job of a source that is to run now, if any; one that is to run soon after is told the next time. */
    public static Optional<JobKind> due(String source, List<JobStatus> jobs, Instant now) {
        Map<String, JobStatus> byName = jobs.stream().collect(Collectors.toMap(JobStatus::job, Function.identity()));
        Optional<JobStatus> full = Optional.ofNullable(byName.get(FetchCatalogue.jobName(source, JobKind.FULL)));
        boolean hasEverything = full.isPresent() && full.get().succeededAt().isAfter(Instant.EPOCH);
        if (!hasEverything) {
            return isDue(full, Instant.MIN, now) ? Optional.of(JobKind.FULL) : Optional.empty();
        }
        for (JobKind kind : List.of(JobKind.DAILY, JobKind.WEEKLY)) {
            Instant moment = last(kind, now);
            Optional<JobStatus> own = Optional.ofNullable(byName.get(FetchCatalogue.jobName(source, kind)));
            boolean doneByFull =
                    !full.get().startedAt().isBefore(moment) && full.get().state() == JobStatus.State.COMPLETED;
            if (!doneByFull && isDue(own, moment, now)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether the catalogue is to grow: once a day, after the daily job is done. */
    public static boolean isGrowthDue(List<JobStatus> jobs, Instant now) {
        Optional<JobStatus> growth =
                jobs.stream().filter(job -> job.job().equals(GrowCatalogue.JOB)).findFirst();
        return isDue(growth, last(JobKind.DAILY, now), now);
    }

    private static boolean isDue(Optional<JobStatus> status, Instant moment, Instant now) {
        if (status.isEmpty() || status.get().startedAt().isBefore(moment)) {
            return true;
        }
        return switch (status.get().state()) {
            case COMPLETED, CANCELLED -> false;
            case STOPPED -> !now.isBefore(status.get().updatedAt().plus(TRY_AGAIN_AFTER));
            // Still running here or elsewhere, which the lease tells, or broken off.
            case PAUSED, RUNNING -> true;
        };
    }

    /** The last moment up to {@code now} at which the job should have begun. */
    static Instant last(JobKind kind, Instant now) {
        ZonedDateTime moment = now.atZone(ZoneOffset.UTC).with(time(kind));
        while (moment.toInstant().isAfter(now) || !days(kind).contains(moment.getDayOfWeek())) {
            moment = moment.minusDays(1);
        }
        return moment.toInstant();
    }

    /** The next moment after {@code now} at which the job begins. */
    public static Instant next(JobKind kind, Instant now) {
        ZonedDateTime moment = now.atZone(ZoneOffset.UTC).with(time(kind));
        while (!moment.toInstant().isAfter(now) || !days(kind).contains(moment.getDayOfWeek())) {
            moment = moment.plusDays(1);
        }
        return moment.toInstant();
    }

    private static LocalTime time(JobKind kind) {
        return kind == JobKind.DAILY ? DAILY_TIME : WEEKLY_TIME;
    }

    private static Set<DayOfWeek> days(JobKind kind) {
        return kind == JobKind.DAILY ? EnumSet.allOf(DayOfWeek.class) : SUNDAY;
    }
}

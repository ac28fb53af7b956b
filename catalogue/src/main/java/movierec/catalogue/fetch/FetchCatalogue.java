package movierec.catalogue.fetch;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import movierec.failure.OutsideFailure;
import movierec.job.JobStatus;
import movierec.job.JobStatus.State;
import movierec.title.Genre;
import movierec.title.ListKey;
import movierec.title.TitleSource;
import movierec.title.TitleSource.JobKind;
import movierec.title.TitleSource.PagePlan;
import movierec.title.TitleSource.SourceReference;

/**
 * Brings the catalogue in step with a source: its lists, then the titles on them that are new or stale. Whatever ends a run, a
 * kill included, the next one goes on where it stopped, and what was served before is served on (CAT-4, CAT-5, CAT-7).
 */
public final class FetchCatalogue {
    private static final String HAD_TO_STOP = "This process had to stop; the next run goes on from here";

    private final TitleSource source;
    private final FetchStores stores;
    private final Supplier<List<Genre>> topGenres;
    private final FetchSettings settings;
    private final RandomGenerator random;

    /** @param topGenres the genres that users want most, best first; empty when nobody has said */
    public FetchCatalogue(
            TitleSource source,
            FetchStores stores,
            Supplier<List<Genre>> topGenres,
            FetchSettings settings,
            RandomGenerator random) {
        this.source = source;
        this.stores = stores;
        this.topGenres = topGenres;
        this.settings = settings;
        this.random = random;
    }

    /** The name under which a job's status is kept. */
    public static String jobName(String source, JobKind kind) {
        return "fetch-" + kind.name().toLowerCase(Locale.ROOT) + (source.equals("tmdb") ? "" : "-" + source);
    }

    /**
     * Runs a job for at most a time slice.
     *
     * @return how it ended: {@link State#COMPLETED}, or why not yet
     * @throws OutsideFailure when the store fails for good; the run goes on where it stopped when it is back
     */
    public JobStatus run(JobKind kind, FetchControl control) {
        String job = jobName(source.name(), kind);
        Instant now = control.clock().instant();
        Optional<JobStatus> before = stores.jobs().find(job);
        boolean goesOn = before.isPresent() && isUnfinished(before.get(), now);
        Run run = new Run(control, job, stores.jobs(), before, goesOn, now.plus(settings.timeSlice()));
        FetchProgress progress =
                goesOn ? FetchProgress.read(before.orElseThrow().progress()) : FetchProgress.none();
        Patience patience = new Patience(settings.patience(), control.pause());
        TitleSaver saver = new TitleSaver(stores.titles(), stores.checks(), control.pause());
        run.checkpoint(progress.write());
        try {
            return new Work(kind, control, run, progress, patience, saver).run();
        } catch (OutsideFailure failure) {
            run.end(
                    State.STOPPED,
                    control.mayGoOn().getAsBoolean() ? String.valueOf(failure.getMessage()) : HAD_TO_STOP);
            throw failure;
        }
    }

    private static boolean isUnfinished(JobStatus status, Instant now) {
        return !status.progress().isEmpty() && now.isBefore(status.updatedAt().plus(FetchSettings.PROGRESS_IS_USABLE));
    }

    /** What one run does, in order. */
    private final class Work {
        private final JobKind kind;
        private final FetchControl control;
        private final Run run;
        private final FetchProgress progress;
        private final Patience patience;
        private final TitleSaver saver;

        Work(JobKind kind, FetchControl control, Run run, FetchProgress progress, Patience patience, TitleSaver saver) {
            this.kind = kind;
            this.control = control;
            this.run = run;
            this.progress = progress;
            this.patience = patience;
            this.saver = saver;
        }

        JobStatus run() {
            if (kind == JobKind.FULL && !fetchReference()) {
                return ended(State.STOPPED);
            }
            List<PagePlan> plan = source.plan(kind, topGenres.get());
            ListFetch lists = new ListFetch(source, stores, saver, patience, control.clock(), random);
            ListFetch.Result listed = lists.fetch(plan, dailyLists(), progress, run);
            if (listed.end().isPresent()) {
                return ended(listed.end().get());
            }
            Staleness staleness = new Staleness(source.name(), stores, settings.refreshAfter());
            DetailFetch details = new DetailFetch(source, saver, patience, control.clock(), settings.parallel());
            Optional<State> end = details.fetch(
                    staleness.among(listed.titles(), control.clock().instant()), run);
            if (end.isPresent()) {
                return ended(end.get());
            }
            return lists.failed().isEmpty() ? completed() : withoutSomeLists(lists.failed());
        }

        /** False when the source cannot be reached at all. */
        private boolean fetchReference() {
            Instant now = control.clock().instant();
            Optional<SourceReference> known = stores.references().find(source.name());
            if (known.isPresent() && now.isBefore(known.get().fetchedAt().plus(FetchSettings.REFERENCE_IS_FRESH))) {
                return true;
            }
            Question<SourceReference> question =
                    Question.ask(source::reference, source::health, patience, () -> run.count("reference failed", 1));
            question.answer().ifPresent(stores.references()::save);
            return !question.giveUp();
        }

        private Set<ListKey> dailyLists() {
            return source.plan(JobKind.DAILY, List.of()).stream()
                    .map(PagePlan::list)
                    .collect(Collectors.toCollection(HashSet::new));
        }

        private JobStatus completed() {
            run.forgetProgress();
            long failed = run.counted("titles failed");
            return run.end(
                    State.COMPLETED,
                    failed == 0 ? "" : failed + " titles could not be had; they are asked for again next time");
        }

        private JobStatus withoutSomeLists(List<ListKey> failed) {
            String names = failed.stream().map(ListKey::toString).collect(Collectors.joining(", "));
            return run.end(
                    State.STOPPED,
                    "These lists could not be had and are as they were: " + names + ". " + patience.lastFailure());
        }

        private JobStatus ended(State state) {
            return switch (state) {
                case STOPPED ->
                    run.end(
                            state,
                            control.mayGoOn().getAsBoolean()
                                    ? patience.lastFailure() + ". Nothing is lost: the next run goes on from here"
                                    : HAD_TO_STOP);
                case PAUSED -> run.end(state, "The time of this run is used up; it goes on from here");
                case CANCELLED -> {
                    run.forgetProgress();
                    yield run.end(state, "Cancelled");
                }
                case COMPLETED, RUNNING -> throw new IllegalArgumentException("No reason to end: " + state);
            };
        }
    }
}

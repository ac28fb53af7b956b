package movierec.catalogue.fetch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import movierec.catalogue.fetch.Staleness.Wanted;
import movierec.failure.OutsideFailure;
import movierec.job.JobStatus;
import movierec.job.JobStatus.State;
import movierec.title.ListKey;
import movierec.title.ListScope;
import movierec.title.ListType;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleFeed;
import movierec.title.TitleFeed.Known;
import movierec.title.TitleId;
import movierec.title.TitleSource;
import movierec.title.TitleSource.SourcePage;

/**
 * Makes the catalogue larger and keeps it true beyond the lists of the other jobs (CAT-6). Each run asks for a limited number
 * of titles, in this order: those that changed at the source or are getting old, those known by name only, those on further
 * pages of the great lists, and then the most popular ones of the source's whole stock.
 */
public final class GrowCatalogue {
    public static final String JOB = "fetch-grow";

    /** The lists that are followed further, after the pages that the other jobs fetch. */
    private static final List<ListKey> FOLLOWED = List.of(
            ListKey.of(ListType.POPULAR, ListScope.MOVIE),
            ListKey.of(ListType.POPULAR, ListScope.TV),
            ListKey.of(ListType.TOP_RATED, ListScope.MOVIE),
            ListKey.of(ListType.TOP_RATED, ListScope.TV));

    private static final int FIRST_PAGE = 3;
    private static final int PAGES_A_RUN = 5;
    private static final int MAX_DAYS_OF_CHANGES = 14;

    private final TitleSource source;
    private final TitleFeed feed;
    private final FetchStores stores;
    private final FetchSettings settings;

    public GrowCatalogue(TitleSource source, TitleFeed feed, FetchStores stores, FetchSettings settings) {
        this.source = source;
        this.feed = feed;
        this.stores = stores;
        this.settings = settings;
    }

    /** @param limit most titles to ask for in this run */
    public JobStatus run(int limit, FetchControl control) {
        Instant now = control.clock().instant();
        Optional<JobStatus> before = stores.jobs().find(JOB);
        Run run = new Run(control, JOB, stores.jobs(), before, false, now.plus(settings.timeSlice()));
        GrowthProgress progress =
                GrowthProgress.read(before.map(JobStatus::progress).orElse(""));
        run.checkpoint(progress.write());
        try {
            return new Work(limit, control, run, progress).run();
        } catch (OutsideFailure failure) {
            return run.end(State.STOPPED, String.valueOf(failure.getMessage()));
        }
    }

    /** One run, in order. */
    private final class Work {
        private final int limit;
        private final FetchControl control;
        private final Run run;
        private final Instant now;
        private final TitleSaver saver;
        private final Map<TitleId, Wanted> wanted = new LinkedHashMap<>();
        private GrowthProgress progress;

        Work(int limit, FetchControl control, Run run, GrowthProgress progress) {
            this.limit = limit;
            this.control = control;
            this.run = run;
            this.now = control.clock().instant();
            this.saver = new TitleSaver(stores.titles(), stores.checks(), control.pause());
            this.progress = progress;
        }

        JobStatus run() {
            Set<TitleId> known = new HashSet<>();
            List<Title> own = new ArrayList<>();
            for (Title title : stores.titles().all()) {
                known.add(title.id());
                if (title.source().equals(source.name())) {
                    own.add(title);
                }
            }
            wantChanged(own);
            wantOld(own);
            followLists();
            if (wanted.size() < limit) {
                wantPopular(known);
            }
            Patience patience = new Patience(settings.patience(), control.pause());
            DetailFetch details = new DetailFetch(source, saver, patience, control.clock(), settings.parallel());
            Optional<State> end = details.fetch(List.copyOf(wanted.values()), run);
            return end.isPresent() ? run.end(end.get(), why(end.get(), patience)) : run.end(State.COMPLETED, "");
        }

        private static String why(State end, Patience patience) {
            return switch (end) {
                case CANCELLED -> "Cancelled";
                case PAUSED -> "The time of this run is used up";
                case STOPPED, RUNNING, COMPLETED ->
                    patience.lastFailure().isEmpty() ? "This process had to stop" : patience.lastFailure();
            };
        }

        private void wantChanged(List<Title> own) {
            LocalDate today = today();
            LocalDate from =
                    progress.changesUpTo().isEmpty() ? today.minusDays(1) : LocalDate.parse(progress.changesUpTo());
            LocalDate earliest = today.minusDays(MAX_DAYS_OF_CHANGES);
            LocalDate first = from.isBefore(earliest) ? earliest : from;
            Set<TitleId> changed = new HashSet<>();
            for (MediaType type : MediaType.values()) {
                feed.changes(type, first, today, changed::add);
            }
            run.count("titles changed at the source", changed.size());
            List<TitleId> held = own.stream()
                    .filter(Title::detailed)
                    .filter(title -> changed.contains(title.id()))
                    .sorted(Comparator.comparingDouble(Title::popularity).reversed())
                    .map(Title::id)
                    .toList();
            want(held);
            progress = progress.withChangesUpTo(today);
            run.checkpoint(progress.write());
        }

        /** The oldest facts first: they are the next that may no longer be served. */
        private void wantOld(List<Title> own) {
            Comparator<Title> byAge = Comparator.comparing(Title::fetchedAt);
            List<TitleId> old = own.stream()
                    .filter(Title::detailed)
                    .filter(title -> !now.isBefore(title.fetchedAt().plus(settings.refreshAfter())))
                    .sorted(byAge)
                    .map(Title::id)
                    .toList();
            List<TitleId> bare = own.stream()
                    .filter(title -> !title.detailed())
                    .sorted(Comparator.comparingDouble(Title::popularity).reversed())
                    .map(Title::id)
                    .toList();
            want(old);
            want(bare);
        }

        private void followLists() {
            run.phase("further pages", (long) FOLLOWED.size() * PAGES_A_RUN);
            for (ListKey list : FOLLOWED) {
                for (int times = 0; times < PAGES_A_RUN && wanted.size() < limit; times++) {
                    int page = progress.nextPage(list, FIRST_PAGE);
                    SourcePage got = source.page(list, page);
                    if (page > got.totalPages()) {
                        break;
                    }
                    saver.saveRows(source.name(), got.titles());
                    want(got.titles().stream().map(Title::id).toList());
                    progress = progress.withNextPage(list, page + 1);
                    run.count("pages", 1);
                    run.step(1);
                    run.checkpoint(progress.write());
                }
            }
        }

        /** Keeps only as many titles of the stock in mind as can be asked for. */
        private void wantPopular(Set<TitleId> known) {
            LocalDate yesterday = today().minusDays(1);
            int room = limit - wanted.size();
            PriorityQueue<Known> best = new PriorityQueue<>(Comparator.comparingDouble(Known::popularity));
            for (MediaType type : MediaType.values()) {
                feed.everyTitle(type, yesterday, title -> {
                    if (!known.contains(title.id()) && !wanted.containsKey(title.id())) {
                        best.add(title);
                        if (best.size() > room) {
                            best.remove();
                        }
                    }
                });
            }
            want(best.stream()
                    .sorted(Comparator.comparingDouble(Known::popularity).reversed())
                    .map(Known::id)
                    .toList());
        }

        private void want(List<TitleId> ids) {
            List<TitleId> more = ids.stream().limit(limit).toList();
            Map<TitleId, String> etags = new HashMap<>();
            Set<TitleId> gone = new HashSet<>();
            stores.checks().find(source.name(), more).forEach(check -> {
                etags.put(check.id(), check.etag());
                if (check.gone() && now.isBefore(check.checkedAt().plus(FetchSettings.GONE_STAYS_GONE))) {
                    gone.add(check.id());
                }
            });
            for (TitleId id : more) {
                if (wanted.size() < limit && !gone.contains(id)) {
                    wanted.putIfAbsent(id, new Wanted(id, etags.getOrDefault(id, "")));
                }
            }
        }

        private LocalDate today() {
            return now.atZone(ZoneOffset.UTC).toLocalDate();
        }
    }
}

package movierec.catalogue.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import movierec.catalogue.fetch.Staleness.Wanted;
import movierec.catalogue.fetch.TitleSaver.Answer;
import movierec.job.JobStatus.State;
import movierec.title.ListKey;
import movierec.title.StoredList;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleSource;
import movierec.title.TitleSource.Fetched;
import movierec.title.TitleSource.Gone;
import movierec.title.TitleSource.PagePlan;
import movierec.title.TitleSource.SourcePage;

/**
 * The first part of a run: the lists, page by page. A list takes the place of the former one when its last page is there, and
 * not before; a list that cannot be had leaves the former one as it is.
 */
final class ListFetch {
    /** A list is good for two intervals, so that one run may fail. */
    private static final int INTERVALS = 2;

    private static final double JITTER = 0.05;

    private final TitleSource source;
    private final FetchStores stores;
    private final TitleSaver saver;
    private final Patience patience;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<ListKey, StoredList> former = new LinkedHashMap<>();
    private final List<ListKey> failed = new ArrayList<>();

    ListFetch(
            TitleSource source,
            FetchStores stores,
            TitleSaver saver,
            Patience patience,
            InstantSource clock,
            RandomGenerator random) {
        this.source = source;
        this.stores = stores;
        this.saver = saver;
        this.patience = patience;
        this.clock = clock;
        this.random = random;
        stores.lists().all().stream()
                .filter(list -> list.source().equals(source.name()))
                .forEach(list -> former.put(list.key(), list));
    }

    /** Lists that could not be had. */
    List<ListKey> failed() {
        return List.copyOf(failed);
    }

    /**
     * Fetches what is planned and not fresh.
     *
     * @param daily the lists that a daily job fetches: they age faster
     * @return the titles on all planned lists, or why the run must end first
     */
    Result fetch(List<PagePlan> plan, Set<ListKey> daily, FetchProgress progress, Run run) {
        run.phase(
                "lists",
                plan.stream()
                        .filter(planned -> !planned.isEverything())
                        .mapToInt(PagePlan::pages)
                        .sum());
        Set<TitleId> wanted = new LinkedHashSet<>();
        for (PagePlan planned : plan) {
            StoredList stored = former.get(planned.list());
            boolean ofThisRun = stored != null && !stored.fetchedAt().isBefore(run.startedAt());
            if (stored != null && (ofThisRun || isFresh(planned, stored))) {
                run.count("lists fresh", ofThisRun ? 0 : 1);
                run.step(planned.isEverything() ? 0 : planned.pages());
                wanted.addAll(stored.titles());
                continue;
            }
            Optional<State> end = fetchOne(planned, daily.contains(planned.list()), progress, run);
            wanted.addAll(progress.titlesOf(planned.list()));
            if (end.isPresent()) {
                return new Result(wanted, end);
            }
        }
        return new Result(wanted, Optional.empty());
    }

    /** @param end why the run must end, if it must */
    record Result(Set<TitleId> titles, Optional<State> end) {}

    /** A list of everything is looked at by every run: whoever has it all at hand has no reason to spare questions. */
    private boolean isFresh(PagePlan planned, StoredList list) {
        return !planned.isEverything()
                && clock.instant().isBefore(list.fetchedAt().plus(FetchSettings.LIST_IS_FRESH));
    }

    private Optional<State> fetchOne(PagePlan planned, boolean isDaily, FetchProgress progress, Run run) {
        ListKey list = planned.list();
        int page = progress.pagesOf(list) + 1;
        int last = planned.pages();
        boolean isCounted = !planned.isEverything();
        run.step(page - 1);
        while (page <= last) {
            Optional<State> end = run.mustEnd();
            if (end.isPresent()) {
                return end;
            }
            Question<SourcePage> question = ask(list, page, run);
            if (question.answer().isEmpty()) {
                failed.add(list);
                return question.giveUp() ? Optional.of(State.STOPPED) : Optional.empty();
            }
            SourcePage got = question.answer().get();
            List<Title> rows = got.titles();
            saver.saveRows(source.name(), rows);
            progress.add(list, clock.instant(), rows.stream().map(Title::id).toList());
            run.count("pages", 1);
            run.count("rows", rows.size());
            last = Math.min(last, got.totalPages());
            if (!isCounted) {
                run.expect(last);
                isCounted = true;
            }
            run.step(1);
            page++;
            run.checkpoint(progress.write());
        }
        List<TitleId> titles = new ArrayList<>(progress.titlesOf(list));
        if (planned.isEverything()) {
            Optional<List<TitleId>> stillThere = askForVanished(list, titles, run);
            if (stillThere.isEmpty()) {
                failed.add(list);
                return Optional.of(State.STOPPED);
            }
            titles.addAll(stillThere.get());
        } else if (titles.isEmpty() && former.containsKey(list)) {
            run.count("lists kept", 1);
            return Optional.empty();
        }
        replace(list, titles, isDaily, progress, run);
        return Optional.empty();
    }

    /**
     * Asks for the titles that a list of everything no longer names and forgets those that are gone. The list is replaced only
     * after this: a run that breaks off in between still knows whom to ask for.
     *
     * @return those that are not gone; nothing when the source cannot be reached
     */
    private Optional<List<TitleId>> askForVanished(ListKey list, List<TitleId> titles, Run run) {
        StoredList before = former.get(list);
        Set<TitleId> vanished = new LinkedHashSet<>(before == null ? List.of() : before.titles());
        vanished.removeAll(Set.copyOf(titles));
        List<Answer> answers = new ArrayList<>();
        List<TitleId> stillThere = new ArrayList<>();
        for (TitleId id : vanished) {
            Question<Fetched> question = Question.ask(
                    () -> source.details(id, ""), source::health, patience, () -> run.count("titles failed", 1));
            if (question.giveUp()) {
                return Optional.empty();
            }
            question.answer().ifPresent(fetched -> answers.add(new Answer(new Wanted(id, ""), fetched)));
            if (question.answer().filter(Gone.class::isInstance).isEmpty()) {
                stillThere.add(id);
            }
        }
        run.count(
                "titles gone",
                saver.saveAnswers(source.name(), answers, clock.instant()).gone());
        return Optional.of(stillThere);
    }

    private Question<SourcePage> ask(ListKey list, int page, Run run) {
        return Question.ask(
                () -> source.page(list, page), source::health, patience, () -> run.count("pages failed", 1));
    }

    private void replace(ListKey list, List<TitleId> titles, boolean isDaily, FetchProgress progress, Run run) {
        Duration interval = isDaily ? Duration.ofDays(1) : Duration.ofDays(7);
        Duration life = interval.multipliedBy(INTERVALS);
        Duration jitter = Duration.ofMillis((long) (life.toMillis() * JITTER * random.nextDouble()));
        Instant fetchedAt = progress.startOf(list, clock.instant());
        stores.lists()
                .replace(new StoredList(
                        list,
                        source.name(),
                        titles,
                        fetchedAt,
                        fetchedAt.plus(life).plus(jitter)));
        run.count("lists replaced", 1);
    }
}

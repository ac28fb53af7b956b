package movierec.faketmdb.world;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The titles there are, and what was done to them since. Titles are computed when they are asked for, so that a world may be
 * large. Thread-safe; may change while it is being served.
 */
public final class FakeWorld {
    private static final int KEPT_ORDERS = 200;

    private final WorldPlan plan;
    private final InstantSource clock;
    private final Map<Kind, AtomicInteger> counts;
    private final Map<Key, Edit> edits = new ConcurrentHashMap<>();
    private final AtomicLong edition = new AtomicLong();
    private final Map<String, int[]> orders = new ConcurrentHashMap<>();

    private record Key(Kind kind, int id) {}

    /** @param version how often it was changed */
    private record Edit(int version, boolean removed, Instant at) {}

    /** @param clock tells on which day a title changes */
    public FakeWorld(WorldPlan plan, InstantSource clock) {
        this.plan = plan;
        this.clock = clock;
        this.counts = Map.of(Kind.MOVIE, new AtomicInteger(plan.movies()), Kind.TV, new AtomicInteger(plan.shows()));
    }

    public static FakeWorld of(WorldPlan plan) {
        return new FakeWorld(plan, InstantSource.system());
    }

    public WorldPlan plan() {
        return plan;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    /** The first id after those that exist. */
    public int endOfIds(Kind kind) {
        return plan.firstId() + count(kind).get();
    }

    private AtomicInteger count(Kind kind) {
        return Optional.ofNullable(counts.get(kind)).orElseThrow();
    }

    public Optional<FakeTitle> title(Kind kind, int id) {
        Edit edit = edits.getOrDefault(new Key(kind, id), new Edit(0, false, Instant.EPOCH));
        return id < plan.firstId() || id >= endOfIds(kind) || edit.removed()
                ? Optional.empty()
                : Optional.of(FakeTitle.of(plan, kind, id, edit.version()));
    }

    /** All titles of a type by id, computed one after the other. */
    public Stream<FakeTitle> titles(Kind kind) {
        return IntStream.range(plan.firstId(), endOfIds(kind)).boxed().flatMap(id -> title(kind, id).stream());
    }

    /** Gives a title other votes. */
    public void change(Kind kind, int id) {
        edit(kind, id, false);
    }

    /** Takes a title away for ever. */
    public void remove(Kind kind, int id) {
        edit(kind, id, true);
    }

    /** Adds a title and returns its id. */
    public int add(Kind kind) {
        int id = plan.firstId() + count(kind).getAndIncrement();
        edit(kind, id, false);
        return id;
    }

    private void edit(Kind kind, int id, boolean removed) {
        edits.merge(
                new Key(kind, id),
                new Edit(1, removed, now()),
                (old, edit) -> new Edit(old.version() + 1, removed, edit.at()));
        edition.incrementAndGet();
    }

    /** Ids that changed from one day to another, both included, each once. */
    public IntStream changes(Kind kind, LocalDate from, LocalDate to) {
        return IntStream.range(plan.firstId(), endOfIds(kind)).filter(id -> changed(kind, id, from, to));
    }

    private boolean changed(Kind kind, int id, LocalDate from, LocalDate to) {
        Optional<Edit> edit = Optional.ofNullable(edits.get(new Key(kind, id)));
        if (edit.isPresent()) {
            LocalDate day = LocalDate.ofInstant(edit.get().at(), ZoneOffset.UTC);
            if (!day.isBefore(from) && !day.isAfter(to)) {
                return true;
            }
        }
        Dice dice = Dice.of(plan.seed(), kind.word(), id);
        return from.datesUntil(to.plusDays(1))
                .anyMatch(day -> dice.roll("change" + day).nextDouble() < plan.dailyChanges());
    }

    /**
     * The ids of the titles that a list holds, in its order.
     *
     * @param list names the choice and the order, for it is computed only once
     */
    int[] ids(Kind kind, String list, Predicate<FakeTitle> choice, Comparator<FakeTitle> order) {
        if (orders.size() > KEPT_ORDERS) {
            orders.clear();
        }
        // An order that is being computed while titles change belongs to the edition that nobody asks for any more.
        return orders.computeIfAbsent(edition.get() + kind.word() + list, key -> titles(kind)
                .filter(title -> !title.adult())
                .filter(choice)
                .sorted(order.thenComparing(FakeTitle::id))
                .mapToInt(FakeTitle::id)
                .toArray());
    }
}

package movierec.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import movierec.identity.UserId;
import movierec.taste.BatchList;
import movierec.taste.ClientFacts;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
import movierec.taste.ServedList;
import movierec.taste.ServedLog;
import movierec.testkit.taste.PreferencesBuilder;
import movierec.testkit.taste.TasteStores;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The in-memory stores are the readable twin of the PostgreSQL stores: any calls have the same answers. */
final class PostgresTwinIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Set<EventKind> ALL = EnumSet.allOf(EventKind.class);
    private static final List<UserId> USERS =
            List.of(new UserId("ann"), new UserId("bob \u0000"), new UserId("\u00fc"));
    private static final List<TitleId> TITLES =
            List.of(TitleId.movie(9), TitleId.movie(10), TitleId.tv(9), TitleId.tv(10));
    private static final List<String> SOURCES = List.of("sample", "tmdb", "movielens");
    private static final List<String> WORDS = List.of("", "", "c1", "c\u0000", "c\u0001", "it's");
    private static final int CALLS = 400;

    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anySequenceOfCallsHasTheSameAnswers(long seed) {
        TasteStores postgres = fresh.stores();
        TasteStores twin = TasteStores.inMemory();

        for (int call = 0; call < CALLS; call++) {
            long choice = seed * CALLS + call;
            assertThat(call(postgres, choice))
                    .as("call %s of seed %s", call, seed)
                    .isEqualTo(call(twin, choice));
        }

        for (UserId user : USERS) {
            assertThat(everything(postgres, user)).isEqualTo(everything(twin, user));
        }
        assertThat(visited(postgres)).isEqualTo(visited(twin));
        assertThat(postgres.titles().all()).isEqualTo(twin.titles().all());
    }

    /** The same call for the same choice; what it answers. */
    private static Object call(TasteStores on, long choice) {
        Choices some = new Choices(RandomGeneratorFactory.of("L64X128MixRandom").create(choice));
        UserId user = some.of(USERS);
        TitleId title = some.of(TITLES);
        Instant at = NOON.plusSeconds(some.below(6));
        return switch (some.below(18)) {
            case 0, 1, 2 -> on.events().record(user, some.events());
            case 3 -> on.events().delete(user, some.below(60));
            case 4 -> on.events().deleteAll(user, title, some.kinds());
            case 5 -> on.events().history(user, some.kinds(), some.below(60), some.below(6));
            case 6, 7 -> on.lists().add(user, some.of(List.of(ListKind.values())), some.entries());
            case 8 -> on.lists().remove(user, some.of(List.of(ListKind.values())), title);
            case 9 -> on.lists().page(user, some.of(List.of(ListKind.values())), some.below(4), 2);
            case 10 ->
                on.tastes().update(user, at, current -> new PreferencesBuilder()
                        .favoriteGenres(some.of(WORDS), some.of(WORDS))
                        .build());
            case 11 -> on.tastes().load(user, at);
            case 12 -> on.tastes().favouriteGenres();
            case 13 -> served(on, new ServedList(at, some.of(WORDS), "m1", some.titles()), user, some.below(6));
            case 14 -> batch(on, user, new BatchList(some.of(WORDS), 7, some.ranked()), some.below(6));
            case 15 -> some.below(5) > 0 ? "nobody" : on.userData().erase(user).getOrDefault("events", -1);
            case 16 -> save(on, some.versions());
            default -> deleteTitles(on, some.of(SOURCES), some.titles(), some.below(4));
        };
    }

    private static Object served(TasteStores on, ServedList list, UserId user, int forget) {
        on.served().append(List.of(new ServedLog.Entry(user, list), new ServedLog.Entry(user, list)));
        return forget > 0 ? "kept" : on.served().deleteBefore(list.at());
    }

    private static Object batch(TasteStores on, UserId user, BatchList list, int forget) {
        on.batchLists().save(Map.of(user, list));
        return forget > 0
                ? on.batchLists().find(user)
                : on.batchLists().keepOnly(Set.copyOf(List.of("c1", list.modelVersion())));
    }

    private static Object save(TasteStores on, List<Title> titles) {
        on.titles().save(titles);
        return List.of(on.titles().version(), on.titles().all());
    }

    private static Object deleteTitles(TasteStores on, String source, List<TitleId> titles, int everything) {
        return List.of(
                on.titles().of(source, titles),
                everything == 0
                        ? on.titles().deleteBySource(source)
                        : on.titles().delete(source, titles),
                on.titles().version());
    }

    private static List<Object> everything(TasteStores stores, UserId user) {
        return List.of(
                stores.tastes().version(user),
                stores.tastes().load(user, Instant.EPOCH),
                stores.userData().export(user),
                stores.events().history(user, ALL, Long.MAX_VALUE, 1000));
    }

    private static List<String> visited(TasteStores stores) {
        List<String> visited = new ArrayList<>();
        stores.events().forEach((user, event) -> visited.add(user + " " + event));
        return visited;
    }

    /** What a call may be about. */
    private record Choices(RandomGenerator random) {
        int below(int bound) {
            return random.nextInt(bound);
        }

        <T> T of(List<T> values) {
            return values.get(below(values.size()));
        }

        <T> List<T> some(java.util.function.Supplier<T> one) {
            return Stream.generate(one).limit(below(5)).toList();
        }

        Set<EventKind> kinds() {
            Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
            kinds.addAll(some(() -> of(List.of(EventKind.values()))));
            return kinds;
        }

        List<TitleId> titles() {
            return some(() -> of(TITLES));
        }

        List<Event> events() {
            return some(() -> new Event(
                    of(TITLES),
                    of(List.of(EventKind.values())),
                    3.5,
                    NOON.plusSeconds(below(6)),
                    of(WORDS),
                    of(WORDS)));
        }

        List<ListEntry> entries() {
            return some(() -> new ListEntry(
                    of(TITLES),
                    NOON.plusSeconds(below(6)),
                    below(2) == 0 ? ClientFacts.NONE : new ClientFacts("It's \"that\" film", of(WORDS), "", 7)));
        }

        List<BatchList.Entry> ranked() {
            return some(() -> new BatchList.Entry(of(TITLES), 1 + below(9) / 3f));
        }

        List<Title> versions() {
            return some(() -> {
                String source = of(SOURCES);
                return Title.builder(of(TITLES), "T of " + source)
                        .overview(of(WORDS))
                        .votes(below(3), below(3))
                        .source(source, NOON)
                        .build();
            });
        }
    }
}

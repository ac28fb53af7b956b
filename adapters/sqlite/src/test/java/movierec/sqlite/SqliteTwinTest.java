package movierec.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import movierec.identity.UserId;
import movierec.taste.BatchList;
import movierec.taste.ClientFacts;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
import movierec.taste.Preferences;
import movierec.taste.ServedList;
import movierec.taste.ServedLog;
import movierec.testkit.taste.TasteStores;
import movierec.title.Title;
import movierec.title.TitleId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The in-memory stores are the readable twin of the SQLite stores. */
final class SqliteTwinTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Set<EventKind> ALL = EnumSet.allOf(EventKind.class);
    private static Path folder = Path.of("");

    /** Migrated once; each try starts with a copy. */
    private static Path empty = Path.of("");

    @BeforeContainer
    static void prepareAnEmptyDatabase() throws IOException {
        folder = Files.createTempDirectory("movierec");
        empty = folder.resolve("empty.db");
        SqliteDatabase.open(empty).close();
    }

    @AfterContainer
    static void cleanUp() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void anySequenceOfCallsHasTheSameAnswers(@ForAll("calls") List<Call> calls) throws IOException {
        // A name of its own: the log file of the try before may still lie beside the old one.
        Path file = Files.copy(empty, folder.resolve("try-" + UUID.randomUUID() + ".db"));
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            TasteStores sqlite = FreshDatabase.stores(database);
            TasteStores twin = TasteStores.inMemory();

            for (Call call : calls) {
                assertThat(call.on().apply(sqlite))
                        .as(call.name())
                        .isEqualTo(call.on().apply(twin));
            }

            for (String user : List.of("ann", "bob")) {
                assertThat(everything(sqlite, new UserId(user))).isEqualTo(everything(twin, new UserId(user)));
            }
            assertThat(visited(sqlite)).isEqualTo(visited(twin));
            assertThat(sqlite.titles().all()).isEqualTo(twin.titles().all());
            assertThat(sqlite.titles().version()).isEqualTo(twin.titles().version());
        }
    }

    @Provide
    Arbitrary<List<Call>> calls() {
        Arbitrary<UserId> users = Arbitraries.of("ann", "bob").map(UserId::new);
        Arbitrary<TitleId> titles = Arbitraries.of(TitleId.movie(9), TitleId.movie(10), TitleId.tv(9), TitleId.tv(10));
        Arbitrary<ListKind> lists = Arbitraries.of(ListKind.class);
        Arbitrary<EventKind> kinds = Arbitraries.of(EventKind.class);
        Arbitrary<Instant> moments = Arbitraries.integers().between(0, 5).map(NOON::plusSeconds);
        Arbitrary<String> clientIds = Arbitraries.of("", "", "c1", "c2", "c3");
        Arbitrary<ClientFacts> facts =
                Arbitraries.of(ClientFacts.NONE, new ClientFacts("It's \"that\" film", "", "", 7));
        Arbitrary<Event> events = Combinators.combine(titles, kinds, moments, clientIds)
                .as((title, kind, at, clientId) -> new Event(title, kind, 3.5, at, clientId, ""));

        Arbitrary<Call> record = Combinators.combine(users, events.list().ofMaxSize(4))
                .as((user, batch) -> new Call("record", on -> on.events().record(user, batch)));
        Arbitrary<Call> delete = Combinators.combine(users, Arbitraries.longs().between(1, 30))
                .as((user, id) -> new Call("delete", on -> on.events().delete(user, id)));
        Arbitrary<Call> deleteAll = Combinators.combine(
                        users, titles, kinds.set().ofMaxSize(3))
                .as((user, title, some) ->
                        new Call("deleteAll", on -> on.events().deleteAll(user, title, some)));
        Arbitrary<Call> history = Combinators.combine(
                        users,
                        kinds.set(),
                        Arbitraries.longs().between(0, 30),
                        Arbitraries.integers().between(0, 5))
                .as((user, some, before, limit) ->
                        new Call("history", on -> on.events().history(user, some, before, limit)));
        Arbitrary<Call> add = Combinators.combine(users, lists, titles, moments, facts)
                .as((user, list, title, at, said) ->
                        new Call("add", on -> on.lists().add(user, list, List.of(new ListEntry(title, at, said)))));
        Arbitrary<Call> remove = Combinators.combine(users, lists, titles)
                .as((user, list, title) -> new Call("remove", on -> on.lists().remove(user, list, title)));
        Arbitrary<Call> page = Combinators.combine(
                        users, lists, Arbitraries.integers().between(0, 3))
                .as((user, list, offset) -> new Call("page", on -> on.lists().page(user, list, offset, 2)));
        Arbitrary<Call> update = Combinators.combine(users, moments)
                .as((user, at) -> new Call("update", on -> on.tastes().update(user, at, now -> Preferences.DEFAULTS)));
        Arbitrary<Call> load = Combinators.combine(users, moments)
                .as((user, since) -> new Call("load", on -> on.tastes().load(user, since)));
        Arbitrary<Call> served = Combinators.combine(
                        users, moments, titles.list().ofMaxSize(3))
                .as((user, at, shown) -> new Call("append", on -> {
                    on.served().append(List.of(new ServedLog.Entry(user, new ServedList(at, "taste", "m1", shown))));
                    return "";
                }));
        Arbitrary<Call> forget =
                moments.map(moment -> new Call("deleteBefore", on -> on.served().deleteBefore(moment)));
        Arbitrary<Call> batch = Combinators.combine(
                        users, Arbitraries.of("m1", "m2"), titles.list().ofMaxSize(3))
                .as((user, model, best) -> new Call("save batch", on -> {
                    List<BatchList.Entry> entries = best.stream()
                            .map(title -> new BatchList.Entry(title, title.number() / 3f))
                            .toList();
                    on.batchLists().save(Map.of(user, new BatchList(model, 7, entries)));
                    return on.batchLists().find(user);
                }));
        Arbitrary<Call> keepOnly = Arbitraries.of("m1", "m2")
                .set()
                .map(models -> new Call("keepOnly", on -> on.batchLists().keepOnly(models)));
        Arbitrary<Call> erase = users.map(
                user -> new Call("erase", on -> on.userData().erase(user).getOrDefault("events", -1)));
        Arbitrary<String> sources = Arbitraries.of("sample", "tmdb", "movielens");
        Arbitrary<Call> save = Combinators.combine(
                        titles,
                        sources,
                        Arbitraries.of("", "fact"),
                        Arbitraries.integers().between(0, 2))
                .as((title, source, fact, votes) -> new Call("save", on -> {
                    on.titles()
                            .save(List.of(Title.builder(title, "T of " + source)
                                    .overview(fact)
                                    .votes(votes, votes)
                                    .source(source, NOON)
                                    .build()));
                    return on.titles().version();
                }));
        Arbitrary<Call> deleteTitles = sources.map(
                source -> new Call("deleteBySource", on -> on.titles().deleteBySource(source)));
        Arbitrary<Call> deleteSome = Combinators.combine(sources, titles.list().ofMaxSize(3))
                .as((source, some) ->
                        new Call("delete titles", on -> on.titles().delete(source, some)));
        Arbitrary<Call> ofSource = Combinators.combine(sources, titles.list().ofMaxSize(3))
                .as((source, some) -> new Call("of", on -> on.titles().of(source, some)));

        return Arbitraries.oneOf(List.of(
                        record,
                        record,
                        delete,
                        deleteAll,
                        history,
                        add,
                        add,
                        remove,
                        page,
                        update,
                        load,
                        served,
                        forget,
                        batch,
                        keepOnly,
                        erase,
                        save,
                        save,
                        deleteTitles,
                        deleteSome,
                        ofSource))
                .list()
                .ofMaxSize(40);
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

    /** One call and its answer. */
    record Call(String name, Function<TasteStores, Object> on) {
        @Override
        public String toString() {
            return name;
        }
    }
}

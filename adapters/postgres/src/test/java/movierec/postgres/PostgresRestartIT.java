package movierec.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import movierec.failure.OutsideFailure;
import movierec.identity.UserId;
import movierec.taste.ClientFacts;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
import movierec.testkit.taste.TasteStores;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The server goes away and comes back under load: nothing acknowledged is lost, nothing is stored twice (STORE-4). */
@Timeout(180)
final class PostgresRestartIT {
    private static final int WRITERS = 4;
    private static final int ROUNDS = 5;

    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @TempDir
    Path folder;

    @Test
    void losingEveryConnectionUnderLoadLosesNoWrite() throws Exception {
        String url = fresh.url();

        loadWhile(fresh.open(url), () -> FreshPostgres.terminateConnections(url));
    }

    @Test
    void crashOfTheServerUnderLoadLosesNoWrite() throws Exception {
        Optional<Path> script = RealPostgres.script();
        assumeTrue(script.isPresent(), "no deploy/services to start a second server with");
        RealPostgres.url(); // skips where no server can be started
        Map<String, String> server = RealPostgres.env(script.get(), folder);
        assumeTrue(server.containsKey("MOVIEREC_POSTGRES_FOLDER"), "the server of the tests is not ours to crash");
        try {
            String url = server.getOrDefault("MOVIEREC_TEST_POSTGRES_URL", "");
            try (PostgresDatabase database =
                    PostgresDatabase.open(PostgresAddress.parse(url), 4, FreshPostgres.PATIENCE)) {
                loadWhile(database, () -> crash(server));
            }
        } finally {
            RealPostgres.run(
                    Map.of("MOVIEREC_SERVICES_DIR", folder.toString()),
                    script.get().toString(),
                    "stop",
                    "postgres");
        }
    }

    private static void crash(Map<String, String> server) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        String data = server.get("MOVIEREC_POSTGRES_FOLDER") + "/data";
        String log = server.get("MOVIEREC_POSTGRES_FOLDER") + "/log";
        command.addAll(List.of(server.get("MOVIEREC_POSTGRES_BIN") + "/pg_ctl", "restart", "-w", "-s"));
        command.addAll(List.of("-m", "immediate", "-D", data, "-l", log));
        RealPostgres.run(Map.of(), command.toArray(String[]::new));
    }

    /** Writes from several threads, and lets something happen to the server in between, again and again. */
    private static void loadWhile(PostgresDatabase database, Accident accident) throws Exception {
        TasteStores stores = FreshPostgres.stores(database);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.add(threads.submit(() -> write(stores, number, writing, acknowledged)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                awaitMoreThan(acknowledged, acknowledged.size() + 40, writers);
                accident.happen();
            }
            awaitMoreThan(acknowledged, acknowledged.size() + 40, writers);
            writing.set(false);
            for (Future<Integer> writer : writers) {
                // Of each accident a writer meets at most one call whose outcome nobody knows.
                assertThat(writer.get()).as("failed calls").isLessThanOrEqualTo(ROUNDS);
            }
        }
        for (int writer = 0; writer < WRITERS; writer++) {
            assertStored(stores, new UserId("writer-" + writer), acknowledged);
        }
    }

    private static void awaitMoreThan(Set<String> acknowledged, int count, List<Future<Integer>> writers)
            throws InterruptedException {
        while (acknowledged.size() < count && writers.stream().noneMatch(Future::isDone)) {
            Thread.sleep(5);
        }
    }

    /** Returns how many calls failed. */
    private static int write(TasteStores stores, int writer, AtomicBoolean writing, Set<String> acknowledged) {
        UserId user = new UserId("writer-" + writer);
        int failed = 0;
        for (int number = 1; writing.get(); number++) {
            TitleId title = TitleId.movie(writer * 1_000_000 + number);
            try {
                String clientId = "client-" + title.number();
                stores.events()
                        .record(user, List.of(new Event(title, EventKind.WATCHED, 0, Instant.EPOCH, clientId, "")));
                acknowledged.add(clientId);
                stores.lists()
                        .add(user, ListKind.FAVOURITES, List.of(new ListEntry(title, Instant.EPOCH, ClientFacts.NONE)));
                acknowledged.add(title.toString());
            } catch (OutsideFailure failure) {
                assertThat(failure.retryable()).as(failure.getMessage()).isTrue();
                failed++;
            }
        }
        return failed;
    }

    private static void assertStored(TasteStores stores, UserId user, Set<String> acknowledged) {
        List<Event> events =
                stores
                        .events()
                        .history(user, EnumSet.allOf(EventKind.class), Long.MAX_VALUE, Integer.MAX_VALUE)
                        .stream()
                        .map(one -> one.event())
                        .toList();
        List<ListEntry> favourites = stores.lists()
                .page(user, ListKind.FAVOURITES, 0, Integer.MAX_VALUE)
                .entries();
        Set<String> stored =
                events.stream().map(Event::clientId).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
        favourites.forEach(entry -> stored.add(entry.titleId().toString()));

        String own = user.value().replace("writer-", "");
        assertThat(stored)
                .containsAll(acknowledged.stream()
                        .filter(name -> (Integer.parseInt(name.replaceAll(".*[-:]", "")) / 1_000_000 + "").equals(own))
                        .toList());
        assertThat(events.stream().map(event -> event.kind() + " " + event.titleId()))
                .doesNotHaveDuplicates();
        assertThat(events.stream().filter(event -> event.kind() == EventKind.FAVOURITE))
                .hasSameSizeAs(favourites);
    }

    /** Something that happens to the server. */
    private interface Accident {
        void happen() throws IOException;
    }
}

package movierec.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import movierec.identity.UserId;
import movierec.taste.ClientFacts;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
import movierec.testkit.taste.TasteStores;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process at random moments; whatever it had acknowledged must be there (STORE-4). */
final class SqliteKillTest {
    private static final int ROUNDS = 15;
    private static final UserId USER = new UserId("killed");

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedWriteSurvivesAKill() throws Exception {
        Path file = folder.resolve("movierec.db");
        SqliteDatabase.open(file).close();
        Random random = new Random(42);
        Set<String> acknowledged = new HashSet<>();

        for (int round = 1; round <= ROUNDS; round++) {
            acknowledged.addAll(writeUntilKilled(file, round, random.nextInt(20, 400)));

            try (SqliteDatabase database = SqliteDatabase.open(file)) {
                assertThat(integrity(database)).isEqualTo("ok");
                assertThat(stored(FreshDatabase.stores(database))).containsAll(acknowledged);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
    }

    private List<String> writeUntilKilled(Path file, int round, int millis) throws Exception {
        Path output = folder.resolve("acknowledged-" + round);
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        file.toString(),
                        Integer.toString(round))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (writer.isAlive() && Files.size(output) == 0) {
                Thread.sleep(5);
            }
            Thread.sleep(millis);
        } finally {
            writer.destroyForcibly().waitFor();
        }
        String acknowledged = Files.readString(output);
        assertThat(acknowledged).as("the writer acknowledged something").contains("\n");
        return acknowledged.substring(0, acknowledged.lastIndexOf('\n')).lines().toList();
    }

    private static String integrity(SqliteDatabase database) {
        return database.read(handle ->
                handle.createQuery("PRAGMA integrity_check").mapTo(String.class).one());
    }

    private static Set<String> stored(TasteStores stores) {
        Set<String> stored =
                stores.events().history(USER, EnumSet.of(EventKind.WATCHED), Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                        .map(one -> one.event().clientId())
                        .collect(Collectors.toSet());
        stores.lists().page(USER, ListKind.FAVOURITES, 0, Integer.MAX_VALUE).entries().stream()
                .map(entry -> entry.titleId().toString())
                .forEach(stored::add);
        return stored;
    }

    /** The process that is killed: writes from several threads and prints each acknowledged write. */
    static final class EndlessWriter {
        private EndlessWriter() {}

        public static void main(String[] arguments) throws InterruptedException {
            TasteStores stores = FreshDatabase.stores(SqliteDatabase.open(Path.of(arguments[0])));
            int round = Integer.parseInt(arguments[1]);
            List<Thread> threads = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int number = thread;
                threads.add(Thread.ofVirtual().start(() -> writeForever(stores, round * 4 + number)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        private static void writeForever(TasteStores stores, int writer) {
            for (int i = 1; ; i++) {
                TitleId title = TitleId.movie(writer * 1_000_000 + i);
                String clientId = "client-" + title.number();
                stores.events()
                        .record(USER, List.of(new Event(title, EventKind.WATCHED, 0, Instant.EPOCH, clientId, "")));
                acknowledge(clientId);
                stores.lists()
                        .add(USER, ListKind.FAVOURITES, List.of(new ListEntry(title, Instant.EPOCH, ClientFacts.NONE)));
                acknowledge(title.toString());
            }
        }

        private static synchronized void acknowledge(String what) {
            try {
                System.out.write((what + "\n").getBytes(StandardCharsets.UTF_8));
                System.out.flush();
            } catch (IOException gone) {
                throw new IllegalStateException(gone);
            }
        }
    }
}

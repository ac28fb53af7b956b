package movierec.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteDatabaseTest {
    @TempDir
    Path folder;

    private SqliteDatabase database;

    @BeforeEach
    void openDatabase() {
        database = SqliteDatabase.open(folder.resolve("movierec.db"));
        database.write(handle -> handle.execute("CREATE TABLE notes (note TEXT PRIMARY KEY)"));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void refusalTakesItsWriteBackAndReachesTheCallerAsItIs() {
        Refusal refusal = new Refusal.NotFound("no such thing");

        assertThatThrownBy(() -> database.write(handle -> {
                    add(handle, "half done");
                    throw refusal;
                }))
                .isSameAs(refusal);

        assertThat(notes()).isEmpty();
    }

    @Test
    void writeThatFailsLeavesTheOthersOfItsCommitAlone() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> blocking = callers.submit(() -> database.write(handle -> {
                awaitQuietly(go);
                return add(handle, "first");
            }));
            List<Future<Integer>> together = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String note = "note " + i;
                boolean failing = i % 2 == 0;
                together.add(callers.submit(() -> database.write(handle -> {
                    int added = add(handle, note);
                    if (failing) {
                        throw new IllegalStateException("a bug");
                    }
                    return added;
                })));
            }
            go.countDown();
            assertThat(blocking.get()).isEqualTo(1);
            for (int i = 0; i < together.size(); i++) {
                Future<Integer> one = together.get(i);
                if (i % 2 == 0) {
                    assertThatThrownBy(one::get).hasRootCauseMessage("a bug");
                } else {
                    assertThat(one.get()).isEqualTo(1);
                }
            }
        }

        assertThat(notes()).hasSize(11).contains("first", "note 1", "note 19").doesNotContain("note 0", "note 18");
    }

    @Test
    void brokenRuleOfTheTablesSaysSoWithoutTheValues() {
        database.write(handle -> add(handle, "a secret"));

        assertThatThrownBy(() -> database.write(handle -> add(handle, "a secret")))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("breaks a rule")
                .hasMessageNotContaining("secret");
    }

    @Test
    void readCannotWrite() {
        assertThatThrownBy(() -> database.read(handle -> add(handle, "sneaky"))).isInstanceOf(OutsideFailure.class);

        assertThat(notes()).isEmpty();
    }

    @Test
    void readSeesOneMomentWhileOthersWrite() {
        database.write(handle -> add(handle, "before"));

        List<Integer> counts = database.read(handle -> {
            int first = count(handle);
            Thread other = Thread.ofVirtual().start(() -> database.write(writing -> add(writing, "meanwhile")));
            joinQuietly(other);
            return List.of(first, count(handle));
        });

        assertThat(counts).containsExactly(1, 1);
        assertThat(notes()).hasSize(2);
    }

    @Test
    void finishesWhatWaitsBeforeItCloses() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch go = new CountDownLatch(1);
            Future<Integer> running = callers.submit(() -> database.write(handle -> {
                awaitQuietly(go);
                return add(handle, "running");
            }));
            Future<Integer> waiting = callers.submit(() -> database.write(handle -> add(handle, "waiting")));
            Thread.sleep(100);
            Thread closing = Thread.ofVirtual().start(database::close);
            go.countDown();

            assertThat(running.get()).isEqualTo(1);
            assertThat(waiting.get()).isEqualTo(1);
            closing.join();
        }
        assertThatThrownBy(() -> notes()).isInstanceOf(OutsideFailure.class).hasMessageContaining("closed");

        database = SqliteDatabase.open(folder.resolve("movierec.db"));
        assertThat(notes()).containsExactlyInAnyOrder("running", "waiting");
    }

    @Test
    void writesOfAnotherProcessAreSeenAtOnce() {
        try (SqliteDatabase other = SqliteDatabase.open(folder.resolve("movierec.db"))) {
            other.write(handle -> add(handle, "from the command line"));

            assertThat(notes()).containsExactly("from the command line");
        }
    }

    private List<String> notes() {
        return database.read(handle -> handle.createQuery("SELECT note FROM notes ORDER BY note")
                .mapTo(String.class)
                .list());
    }

    private static int add(Handle handle, String note) {
        return handle.execute("INSERT INTO notes (note) VALUES (?)", note);
    }

    private static int count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM notes")
                .mapTo(Integer.class)
                .one();
    }

    private static void awaitQuietly(CountDownLatch latch) throws SQLException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new SQLException(interrupted);
        }
    }

    private static void joinQuietly(Thread thread) throws SQLException {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new SQLException(interrupted);
        }
    }
}

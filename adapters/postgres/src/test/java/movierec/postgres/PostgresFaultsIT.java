package movierec.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
final class PostgresFaultsIT {
    private static final Duration SHORT = Duration.ofMillis(500);

    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Test
    void wrongPasswordIsNamedWithoutTellingIt() {
        String url = fresh.emptyUrl().replaceFirst("//([^:]+):[^@]*@", "//$1:guessed-secret@");

        OutsideFailure failure = failureOf(() -> fresh.open(url));

        assertThat(failure).hasMessageContaining("refuses the user, the password or this host");
        assertThat(failure.retryable()).isFalse();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("guessed-secret");
        }
    }

    @Test
    void serverThatIsAwayIsNamedAtOnce() throws Exception {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = unused.getLocalPort();
        }

        OutsideFailure failure = failureOf(() -> fresh.open("postgres://annabel:secret@127.0.0.1:" + port + "/films"));

        assertThat(failure).hasMessageContaining("cannot reach 127.0.0.1:" + port + "/films");
        assertThat(failure.getMessage()).doesNotContain("secret").doesNotContain("annabel");
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void databaseThatIsMissingIsNamed() {
        assertThatThrownBy(() -> fresh.open(RealPostgres.url("nobody_made_this")))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("no such database")
                .hasMessageContaining("create it");
    }

    @Test
    void closedDatabaseSaysSo() {
        PostgresDatabase database = fresh.database();
        PostgresDatabase other = fresh.again(database);
        other.close();

        assertThatThrownBy(() -> writeNothing(other)).hasMessageContaining("the database is closed");
        assertThat(writeNothing(database)).isZero();
    }

    @Test
    void refusalTakesTheChangesBackAndReachesTheCallerAsItIs() {
        PostgresDatabase database = databaseWithNotes();
        Refusal refusal = new Refusal.NotFound("no such thing");

        assertThatThrownBy(() -> database.write(handle -> {
                    note(handle, "half done");
                    throw refusal;
                }))
                .isSameAs(refusal);

        assertThat(notes(database)).isEmpty();
    }

    @Test
    void valuesOfABrokenRuleAreInNoMessage() {
        PostgresDatabase database = databaseWithNotes();
        database.write(handle -> note(handle, "very private"));

        OutsideFailure failure = failureOf(() -> database.write(handle -> note(handle, "very private")));

        assertThat(failure).hasMessageContaining("breaks a rule of the tables");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("very private");
        }
    }

    @Test
    void callThatGetsNoConnectionFailsSoonAndMayBeTriedAgain() throws Exception {
        PostgresDatabase database = fresh.open(fresh.url(), 1, SHORT);
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> busy = callers.submit(() -> database.read(handle -> awaited(taken, go)));
            taken.await();

            long began = System.nanoTime();
            OutsideFailure failure = failureOf(() -> writeNothing(database));

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SHORT.multipliedBy(6));
            assertThat(failure).hasMessageContaining("all connections to it are busy");
            assertThat(failure.retryable()).isTrue();
            go.countDown();
            assertThat(busy.get()).isEqualTo(1);
            assertThat(writeNothing(database)).isZero();
        }
    }

    @Test
    void serverThatTakesNoMoreConnectionsIsNamed() throws Exception {
        String url = fresh.emptyUrl();
        String role = url.replaceFirst(".*/", "").replaceFirst("\\?.*", "") + "_role";
        int limit = 5; // the migrations need three at once
        FreshPostgres.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'few' CONNECTION LIMIT " + limit);
        try {
            FreshPostgres.execute("ALTER DATABASE " + role.replace("_role", "") + " OWNER TO " + role);
            PostgresDatabase database =
                    fresh.open(url.replaceFirst("//[^@]*@", "//" + role + ":few@"), limit + 1, SHORT);
            CountDownLatch taken = new CountDownLatch(limit);
            CountDownLatch go = new CountDownLatch(1);
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> busy = Stream.generate(
                                () -> callers.submit(() -> database.<Integer>read(handle -> awaited(taken, go))))
                        .limit(limit)
                        .toList();
                taken.await();

                OutsideFailure failure = failureOf(() -> writeNothing(database));

                go.countDown();
                for (Future<Integer> one : busy) {
                    one.get();
                }
                assertThat(failure).hasMessageContaining("takes no more connections");
                assertThat(failure.retryable()).isTrue();
                assertThat(writeNothing(database)).isZero();
            }
            database.close();
        } finally {
            FreshPostgres.execute(url, "REASSIGN OWNED BY " + role + " TO CURRENT_USER");
            FreshPostgres.execute("DROP ROLE " + role);
        }
    }

    @Test
    void statementThatTakesTooLongIsEnded() {
        PostgresDatabase database = fresh.open(fresh.url(), 1, SHORT);

        OutsideFailure failure = failureOf(() -> database.read(handle -> handle.execute("SELECT pg_sleep(30)")));

        assertThat(failure).hasMessageContaining("took too long");
        assertThat(failure.retryable()).isTrue();
        assertThat(writeNothing(database)).isZero();
    }

    @Test
    void longWorkMayTakeLongerAndLeavesNoTraceOfThat() {
        PostgresDatabase database = fresh.open(fresh.url(), 1, SHORT);

        database.writeMuch(handle -> handle.execute("SELECT pg_sleep(1.2)"));

        assertThatThrownBy(() -> database.write(handle -> handle.execute("SELECT pg_sleep(30)")))
                .hasMessageContaining("took too long");
    }

    @Test
    void deadlockIsSolvedByDoingOneOfTheTwoAgain() throws Exception {
        PostgresDatabase database = databaseWithNotes();
        database.write(handle -> note(handle, "first") + note(handle, "second"));
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> one = callers.submit(
                    () -> database.write(handle -> lockBoth(handle, "first", "second", attempts, bothHoldOne)));
            Future<Integer> other = callers.submit(
                    () -> database.write(handle -> lockBoth(handle, "second", "first", attempts, bothHoldOne)));

            assertThat(one.get() + other.get()).isEqualTo(4);
        }
        assertThat(attempts).hasValue(3);
    }

    private static int lockBoth(
            Handle handle, String first, String second, AtomicInteger attempts, CyclicBarrier bothHoldOne)
            throws SQLException {
        int attempt = attempts.incrementAndGet();
        int locked = handle.execute("UPDATE notes SET note = note WHERE note = ?", first);
        if (attempt <= 2) {
            try {
                bothHoldOne.await();
            } catch (Exception broken) {
                throw new SQLException(broken);
            }
        }
        return locked + handle.execute("UPDATE notes SET note = note WHERE note = ?", second);
    }

    @Test
    void brokenConnectionsAreReplacedWithoutTheCallersNotice() {
        String url = fresh.url();
        PostgresDatabase database = fresh.open(url);
        for (int round = 0; round < 5; round++) {
            assertThat(writeNothing(database)).isZero();
            assertThat(FreshPostgres.terminateConnections(url)).isPositive();
            assertThat(database.<Integer>read(handle -> one(handle))).isEqualTo(1);
        }
    }

    @Test
    void networkThatFallsSilentFailsInTimeAndIsForgottenAfterwards() {
        String url = fresh.url();
        try (Wire wire = Wire.to(url)) {
            PostgresDatabase database = fresh.open(wire.url(url), 2, SHORT);
            assertThat(writeNothing(database)).isZero();
            wire.fallSilent();

            long began = System.nanoTime();
            OutsideFailure failure = failureOf(() -> database.read(PostgresFaultsIT::one));

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
            assertThat(failure.retryable()).isTrue();
            wire.speakAgain();
            assertThat(eventually(database)).isEqualTo(1);
            database.close();
        }
    }

    @Test
    void networkThatBreaksIsNotNoticed() {
        String url = fresh.url();
        try (Wire wire = Wire.to(url)) {
            PostgresDatabase database = fresh.open(wire.url(url));
            for (int round = 0; round < 5; round++) {
                assertThat(writeNothing(database)).isZero();
                wire.breakAll();
                assertThat(database.<Integer>read(PostgresFaultsIT::one)).isEqualTo(1);
            }
            database.close();
        }
    }

    @Test
    void commitWhoseAnswerIsLostIsNotDoneAgain() {
        String url = fresh.url();
        try (Wire wire = Wire.to(url)) {
            PostgresDatabase database = fresh.open(wire.url(url), 1, FreshPostgres.PATIENCE);
            database.write(handle -> handle.execute("CREATE TABLE notes (note text)"));

            OutsideFailure failure = failureOf(() -> database.write(handle -> {
                int added = note(handle, "once");
                wire.swallowTheNextAnswer();
                return added;
            }));

            assertThat(failure).hasMessageContaining("it may be there or not");
            assertThat(failure.retryable()).isTrue();
            assertThat(notes(database)).containsExactly("once");
            database.close();
        }
    }

    @Test
    void workThatTheServerHasTakenBackIsDoneAgain() {
        String url = fresh.url();
        try (Wire wire = Wire.to(url)) {
            PostgresDatabase database = fresh.open(wire.url(url), 1, FreshPostgres.PATIENCE);
            database.write(handle -> handle.execute("CREATE TABLE notes (note text)"));
            AtomicBoolean broke = new AtomicBoolean();

            database.write(handle -> {
                note(handle, "first half");
                if (broke.compareAndSet(false, true)) {
                    wire.breakAll();
                }
                return note(handle, "second half");
            });

            assertThat(notes(database)).containsExactly("first half", "second half");
            database.close();
        }
    }

    /** A node that has just lost its connections may need a moment to have new ones. */
    private static int eventually(PostgresDatabase database) {
        for (int attempt = 1; ; attempt++) {
            try {
                return database.read(PostgresFaultsIT::one);
            } catch (OutsideFailure notYet) {
                assertThat(notYet.retryable()).isTrue();
                assertThat(attempt).as("attempts").isLessThan(20);
            }
        }
    }

    private PostgresDatabase databaseWithNotes() {
        PostgresDatabase database = fresh.database();
        database.write(handle -> handle.execute("CREATE TABLE notes (note text PRIMARY KEY)"));
        return database;
    }

    private static int note(Handle handle, String note) {
        return handle.execute("INSERT INTO notes VALUES (?)", note);
    }

    private static List<String> notes(PostgresDatabase database) {
        return database.read(handle ->
                handle.createQuery("SELECT note FROM notes").mapTo(String.class).list());
    }

    private static int one(Handle handle) {
        return handle.createQuery("SELECT 1").mapTo(Integer.class).one();
    }

    private static int awaited(CountDownLatch taken, CountDownLatch go) throws SQLException {
        taken.countDown();
        try {
            go.await();
            return 1;
        } catch (InterruptedException interrupted) {
            throw new SQLException(interrupted);
        }
    }

    private static int writeNothing(PostgresDatabase database) {
        return database.write(handle -> handle.execute("DELETE FROM events WHERE id = -1"));
    }

    private static OutsideFailure failureOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        OutsideFailure failure = catchThrowableOfType(OutsideFailure.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }
}

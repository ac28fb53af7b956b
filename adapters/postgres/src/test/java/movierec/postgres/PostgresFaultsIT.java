package movierec.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

        OutsideFailure failure = Notes.failureOf(() -> fresh.open(url));

        assertThat(failure).hasMessageContaining("refuses the user, the password or this host");
        assertThat(failure.retryable()).isFalse();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("guessed-secret");
        }
    }

    @Test
    void serverThatIsAwayIsNamedAtOnce() throws Exception {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = unused.getLocalPort();
        }

        OutsideFailure failure =
                Notes.failureOf(() -> fresh.open("postgres://annabel:secret@127.0.0.1:" + port + "/films"));

        assertThat(failure).hasMessageContaining("cannot reach 127.0.0.1:" + port + "/films");
        assertThat(failure.getMessage()).doesNotContain("secret").doesNotContain("annabel");
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void databaseThatIsMissingIsNamed() {
        String url = RealPostgres.url("nobody_made_this");

        assertThatThrownBy(() -> fresh.open(url))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("no such database")
                .hasMessageContaining("create it");
    }

    @Test
    void closedDatabaseSaysSo() {
        PostgresDatabase database = fresh.database();
        PostgresDatabase other = fresh.again(database);
        other.close();

        assertThatThrownBy(() -> Notes.writeNothing(other)).hasMessageContaining("the database is closed");
        assertThat(Notes.writeNothing(database)).isZero();
    }

    @Test
    void refusalTakesTheChangesBackAndReachesTheCallerAsItIs() {
        PostgresDatabase database = Notes.in(fresh.database());
        Refusal refusal = new Refusal.NotFound("no such thing");

        assertThatThrownBy(() -> database.write(handle -> {
                    Notes.add(handle, "half done");
                    throw refusal;
                }))
                .isSameAs(refusal);

        assertThat(Notes.of(database)).isEmpty();
    }

    @Test
    void valuesOfABrokenRuleAreInNoMessage() {
        PostgresDatabase database = Notes.in(fresh.database());
        database.write(handle -> Notes.add(handle, "very private"));

        OutsideFailure failure = Notes.failureOf(() -> database.write(handle -> Notes.add(handle, "very private")));

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
            OutsideFailure failure = Notes.failureOf(() -> Notes.writeNothing(database));

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SHORT.multipliedBy(6));
            assertThat(failure).hasMessageContaining("all connections to it are busy");
            assertThat(failure.retryable()).isTrue();
            go.countDown();
            assertThat(busy.get()).isEqualTo(1);
            assertThat(Notes.writeNothing(database)).isZero();
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

                OutsideFailure failure = Notes.failureOf(() -> Notes.writeNothing(database));

                go.countDown();
                for (Future<Integer> one : busy) {
                    one.get();
                }
                assertThat(failure).hasMessageContaining("takes no more connections");
                assertThat(failure.retryable()).isTrue();
                assertThat(Notes.writeNothing(database)).isZero();
            }
            database.close();
        } finally {
            FreshPostgres.execute(url, "REASSIGN OWNED BY " + role + " TO CURRENT_USER");
            FreshPostgres.execute("DROP ROLE " + role);
        }
    }

    @Test
    void callerWhoIsInterruptedWhileItWaitsStopsWaiting() throws Exception {
        PostgresDatabase database = fresh.open(fresh.url(), 1, Duration.ofSeconds(30));
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> busy = callers.submit(() -> database.read(handle -> awaited(taken, go)));
            taken.await();
            Thread.currentThread().interrupt();

            OutsideFailure failure = Notes.failureOf(() -> Notes.writeNothing(database));

            assertThat(failure).hasMessageContaining("interrupted");
            assertThat(failure.retryable()).isTrue();
            Thread.interrupted();
            go.countDown();
            assertThat(busy.get()).isEqualTo(1);
        }
    }

    @Test
    void serverThatTakesNoChangesStillAnswersAndSaysSo() {
        PostgresDatabase database = fresh.database();
        PostgresDatabase standby =
                fresh.open(RealPostgres.url(nameOf(database)) + "?options=-c%20default_transaction_read_only=on");

        OutsideFailure failure = Notes.failureOf(() -> Notes.writeNothing(standby));

        assertThat(failure).hasMessageContaining("takes no changes").hasMessageContaining("the primary");
        assertThat(failure.retryable()).isTrue();
        assertThat(standby.<Integer>read(Notes::one)).isEqualTo(1);
    }

    private static String nameOf(PostgresDatabase database) {
        return database.address().toString().replaceFirst(".*/", "");
    }

    @Test
    void statementThatTakesTooLongIsEnded() {
        PostgresDatabase database = fresh.open(fresh.url(), 1, SHORT);

        OutsideFailure failure = Notes.failureOf(() -> database.read(handle -> handle.execute("SELECT pg_sleep(30)")));

        assertThat(failure).hasMessageContaining("took too long");
        assertThat(failure.retryable()).isTrue();
        assertThat(Notes.writeNothing(database)).isZero();
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
        PostgresDatabase database = Notes.in(fresh.database());
        database.write(handle -> Notes.add(handle, "first") + Notes.add(handle, "second"));
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> one = callers.submit(
                    () -> database.write(handle -> lockBoth(handle, "first", "second", attempts, bothHoldOne)));
            Future<Integer> other = callers.submit(
                    () -> database.write(handle -> lockBoth(handle, "second", "first", attempts, bothHoldOne)));

            assertThat(one.get() + other.get()).isEqualTo(4);
        }
        assertThat(attempts).hasValueGreaterThan(2);
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

    private static int awaited(CountDownLatch taken, CountDownLatch go) throws SQLException {
        taken.countDown();
        try {
            go.await();
            return 1;
        } catch (InterruptedException interrupted) {
            throw new SQLException(interrupted);
        }
    }
}

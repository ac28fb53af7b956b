package movierec.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import movierec.failure.OutsideFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The network between a node and the server fails in every way a network can. */
@Timeout(60)
final class PostgresNetworkIT {
    private static final Duration SHORT = Duration.ofMillis(500);

    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Test
    void brokenConnectionsAreReplacedWithoutTheCallersNotice() {
        String url = fresh.url();
        PostgresDatabase database = fresh.open(url);
        for (int round = 0; round < 5; round++) {
            assertThat(Notes.writeNothing(database)).isZero();
            assertThat(FreshPostgres.terminateConnections(url)).isPositive();
            assertThat(database.<Integer>read(Notes::one)).isEqualTo(1);
        }
    }

    @Test
    void networkThatFallsSilentFailsInTimeAndIsForgottenAfterwards() {
        String url = fresh.url();
        try (Wire wire = Wire.to(url)) {
            PostgresDatabase database = fresh.open(wire.url(url), 2, SHORT);
            assertThat(Notes.writeNothing(database)).isZero();
            wire.fallSilent();

            long began = System.nanoTime();
            OutsideFailure failure = Notes.failureOf(() -> database.read(Notes::one));

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
                assertThat(Notes.writeNothing(database)).isZero();
                wire.breakAll();
                assertThat(database.<Integer>read(Notes::one)).isEqualTo(1);
            }
            database.close();
        }
    }

    @Test
    void commitWhoseAnswerIsLostIsNotDoneAgain() {
        String url = fresh.url();
        try (Wire wire = Wire.to(url)) {
            PostgresDatabase database = fresh.open(wire.url(url), 1, FreshPostgres.PATIENCE);
            Notes.in(database);

            OutsideFailure failure = Notes.failureOf(() -> database.write(handle -> {
                int added = Notes.add(handle, "once");
                wire.swallowTheNextAnswer();
                return added;
            }));

            assertThat(failure).hasMessageContaining("it may be there or not");
            assertThat(failure.retryable()).isTrue();
            assertThat(Notes.of(database)).containsExactly("once");
            database.close();
        }
    }

    @Test
    void workThatTheServerHasTakenBackIsDoneAgain() {
        String url = fresh.url();
        try (Wire wire = Wire.to(url)) {
            PostgresDatabase database = fresh.open(wire.url(url), 1, FreshPostgres.PATIENCE);
            Notes.in(database);
            AtomicBoolean broke = new AtomicBoolean();

            database.write(handle -> {
                Notes.add(handle, "first half");
                if (broke.compareAndSet(false, true)) {
                    wire.breakAll();
                }
                return Notes.add(handle, "second half");
            });

            assertThat(Notes.of(database)).containsExactly("first half", "second half");
            database.close();
        }
    }

    /** A node that has just lost its connections may need a moment to have new ones. */
    private static int eventually(PostgresDatabase database) {
        for (int attempt = 1; ; attempt++) {
            try {
                return database.read(Notes::one);
            } catch (OutsideFailure notYet) {
                assertThat(notYet.retryable()).isTrue();
                assertThat(attempt).as("attempts").isLessThan(20);
            }
        }
    }
}

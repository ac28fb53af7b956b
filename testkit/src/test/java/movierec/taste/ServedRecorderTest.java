package movierec.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import movierec.failure.OutsideFailure;
import movierec.identity.UserId;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

class ServedRecorderTest {
    private static final ServedList LIST = new ServedList(Instant.EPOCH, "blend", "none", List.of(TitleId.movie(1)));

    private final List<ServedLog.Entry> written = Collections.synchronizedList(new ArrayList<>());

    /** A log that does something before it takes a batch. */
    private ServedLog log(Runnable before) {
        return new ServedLog() {
            @Override
            public void append(List<Entry> entries) {
                before.run();
                written.addAll(entries);
            }

            @Override
            public int deleteBefore(Instant moment) {
                return 0;
            }
        };
    }

    @Test
    void writesEverythingBeforeItCloses() {
        try (ServedRecorder recorder = new ServedRecorder(log(() -> {}), warning -> {})) {
            for (int user = 0; user < 1200; user++) {
                recorder.record(new UserId("user" + user), LIST);
            }
        }

        assertThat(written).hasSize(1200);
    }

    @Test
    void neverWaitsForASlowLogAndCountsWhatItDrops() {
        CountDownLatch slow = new CountDownLatch(1);
        ServedRecorder recorder = new ServedRecorder(log(() -> await(slow)), warning -> {});

        for (int list = 0; list < 12_000; list++) {
            recorder.record(new UserId("ann"), LIST);
        }
        long dropped = recorder.dropped();
        slow.countDown();
        recorder.close();

        assertThat(dropped).isBetween(1L, 2_000L);
        assertThat(written).hasSize((int) (12_000 - dropped));
    }

    @Test
    void goesOnAfterTheLogFailed() {
        List<String> warnings = new ArrayList<>();
        ServedLog failing = log(() -> {
            if (warnings.isEmpty()) {
                throw new OutsideFailure("sqlite", "the disk is full", true, new IllegalStateException());
            }
        });
        ServedRecorder recorder = new ServedRecorder(failing, warnings::add);
        recorder.record(new UserId("ann"), LIST);
        while (recorder.dropped() == 0) {
            Thread.onSpinWait();
        }
        recorder.record(new UserId("bob"), LIST);
        recorder.close();

        assertThat(warnings).singleElement().asString().contains("the disk is full");
        assertThat(written)
                .singleElement()
                .satisfies(entry -> assertThat(entry.user().value()).isEqualTo("bob"));
    }

    @Test
    void writesNothingOfAUserWhoWasForgotten() {
        CountDownLatch slow = new CountDownLatch(1);
        ServedRecorder recorder = new ServedRecorder(log(() -> await(slow)), warning -> {});
        for (int list = 0; list < 2_000; list++) {
            recorder.record(new UserId(list % 2 == 0 ? "ann" : "bob"), LIST);
        }
        slow.countDown();
        recorder.forget(new UserId("ann"));
        int writtenBefore = (int) ofAnn();
        recorder.close();

        assertThat(ofAnn()).isEqualTo(writtenBefore);
        assertThat(written)
                .filteredOn(entry -> entry.user().value().equals("bob"))
                .hasSize(1_000);
    }

    private long ofAnn() {
        return List.copyOf(written).stream()
                .filter(entry -> entry.user().value().equals("ann"))
                .count();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package movierec.testkit.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import movierec.identity.UserId;
import movierec.taste.ClientFacts;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
import movierec.taste.Taste;
import movierec.taste.UserData.Everything;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

/** What the stores do while many threads use them. */
public abstract class ConcurrentTasteContract {
    private static final UserId SHARED = new UserId("shared");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int WRITERS = 16;
    private static final int WRITES = 30;

    /** Empty stores. */
    protected abstract TasteStores stores();

    @Test
    public void nothingIsLostOrTornWhileManyThreadsWriteAndRead() throws Exception {
        TasteStores stores = stores();
        AtomicBoolean writing = new AtomicBoolean(true);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.add(threads.submit(() -> write(stores, number)));
            }
            List<Future<?>> readers = new ArrayList<>();
            for (int reader = 0; reader < 4; reader++) {
                readers.add(threads.submit(() -> read(stores, writing)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            for (Future<?> reader : readers) {
                reader.get();
            }
        }

        assertThat(stores.events().history(SHARED, EnumSet.of(EventKind.WATCHED), Long.MAX_VALUE, 10_000))
                .hasSize(WRITERS * WRITES);
        assertThat(stores.tastes().preferences(SHARED).revision()).isEqualTo(WRITERS * WRITES);
        assertThat(stores.lists().page(SHARED, ListKind.FAVOURITES, 0, 1).total())
                .isEqualTo(WRITERS * WRITES / 2);
        for (int writer = 0; writer < WRITERS; writer++) {
            assertThat(stores.tastes().load(new UserId("user-" + writer), NOON).events())
                    .hasSize(WRITES);
        }
    }

    private static void write(TasteStores stores, int writer) {
        UserId own = new UserId("user-" + writer);
        for (int i = 0; i < WRITES; i++) {
            TitleId title = TitleId.movie(1 + writer * WRITES + i);
            stores.events().record(own, List.of(Event.of(title, EventKind.CLICKED, NOON)));
            stores.events().record(SHARED, List.of(Event.of(title, EventKind.WATCHED, NOON)));
            stores.lists().add(SHARED, ListKind.FAVOURITES, List.of(new ListEntry(title, NOON, ClientFacts.NONE)));
            if (i % 2 == 0) {
                stores.lists().remove(SHARED, ListKind.FAVOURITES, title);
            }
            stores.tastes().update(SHARED, NOON, current -> current.preferences());
        }
    }

    private static void read(TasteStores stores, AtomicBoolean writing) {
        long lastVersion = 0;
        int lastWatched = 0;
        while (writing.get()) {
            Taste taste = stores.tastes().load(SHARED, NOON);
            int watched = (int) taste.events().stream()
                    .filter(event -> event.kind() == EventKind.WATCHED)
                    .count();
            assertThat(taste.version()).isGreaterThanOrEqualTo(lastVersion);
            assertThat(watched).isGreaterThanOrEqualTo(lastWatched);
            lastVersion = taste.version();
            lastWatched = watched;

            Everything everything = stores.userData().export(SHARED);
            Set<TitleId> listed =
                    everything.favourites().stream().map(ListEntry::titleId).collect(Collectors.toSet());
            Set<TitleId> recorded = everything.events().stream()
                    .filter(one -> one.event().kind() == EventKind.FAVOURITE)
                    .map(one -> one.event().titleId())
                    .collect(Collectors.toSet());
            assertThat(listed).isEqualTo(recorded);
        }
    }
}

package movierec.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import movierec.identity.UserId;
import movierec.taste.ClientFacts;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
import movierec.taste.Preferences;
import movierec.taste.ServedList;
import movierec.taste.ServedLog;
import movierec.testkit.taste.TasteStores;
import movierec.title.TitleId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Trips to the server are what a node waits for; none of these numbers depends on how many rows there are. */
final class PostgresRoundTripsIT {
    private static final UserId ANN = new UserId("ann");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    private final String url = fresh.url();
    private final Wire wire = Wire.to(url);
    private final PostgresDatabase database = fresh.open(wire.url(url), 1, FreshPostgres.PATIENCE);
    private final TasteStores stores = FreshPostgres.stores(database);

    @BeforeEach
    void fill() {
        stores.events().record(ANN, events(300, EventKind.WATCHED));
        stores.tastes().update(ANN, NOON, current -> Preferences.DEFAULTS);
        ServedList served = new ServedList(NOON, "blend", "m1", List.of(TitleId.movie(1), TitleId.tv(2)));
        stores.served().append(List.of(new ServedLog.Entry(ANN, served), new ServedLog.Entry(ANN, served)));
        // The driver asks once for each connection and type of array what it is.
        ListEntry dark = new ListEntry(TitleId.tv(70523), NOON, ClientFacts.NONE);
        stores.lists().add(ANN, ListKind.WATCHLIST, List.of(dark));
    }

    @AfterEach
    void close() {
        database.close();
        wire.close();
    }

    @Test
    void wholeTasteIsOneTrip() {
        assertThat(trips(() ->
                        assertThat(stores.tastes().load(ANN, NOON).events()).hasSize(301)))
                .isEqualTo(1);
    }

    @Test
    void versionPreferencesHistoryAndPageOfAListAreOneTripEach() {
        assertThat(trips(() -> stores.tastes().version(ANN))).isEqualTo(1);
        assertThat(trips(() -> stores.tastes().preferences(ANN))).isEqualTo(1);
        assertThat(trips(() -> stores.events().history(ANN, EnumSet.allOf(EventKind.class), Long.MAX_VALUE, 100)))
                .isEqualTo(1);
        assertThat(trips(() -> stores.lists().page(ANN, ListKind.FAVOURITES, 0, 20)))
                .isEqualTo(1);
        assertThat(trips(() -> stores.batchLists().find(ANN))).isEqualTo(1);
    }

    @Test
    void recordingAThousandEventsTakesNoMoreTripsThanOne() {
        // Lock, insert, version, commit.
        assertThat(trips(() -> stores.events().record(ANN, events(1, EventKind.CLICKED))))
                .isEqualTo(4);
        assertThat(trips(() -> stores.events().record(ANN, events(1000, EventKind.CLICKED))))
                .isEqualTo(4);
        // And what is listed already, and the list.
        assertThat(trips(() -> stores.events().record(ANN, events(1000, EventKind.FAVOURITE))))
                .isEqualTo(6);
    }

    @Test
    void addingAHundredTitlesToAListTakesNoMoreTripsThanOne() {
        List<ListEntry> entries = IntStream.rangeClosed(1, 100)
                .mapToObj(number -> new ListEntry(TitleId.tv(number), NOON, ClientFacts.NONE))
                .toList();

        assertThat(trips(() -> stores.lists().add(ANN, ListKind.WATCHLIST, entries)))
                .isEqualTo(5);
    }

    private int trips(Runnable call) {
        stores.tastes().version(ANN); // so that the pool does not look whether its connection still lives
        int before = wire.trips();
        call.run();
        return wire.trips() - before;
    }

    private static List<Event> events(int count, EventKind kind) {
        List<Event> events = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            events.add(Event.of(TitleId.movie(number), kind, NOON));
        }
        return events;
    }
}

package movierec.testkit.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
import movierec.taste.StoredPreferences;
import movierec.taste.Taste;
import movierec.taste.UserData.Everything;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

/** What every {@link movierec.taste.UserData} does. */
public abstract class UserDataContract {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final TitleId HEAT = TitleId.movie(949);
    private static final TitleId DARK = TitleId.tv(70523);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final ServedList SERVED = new ServedList(NOON, "taste", "m1", List.of(HEAT));
    private static final BatchList BATCH = new BatchList("m1", 1, List.of(new BatchList.Entry(HEAT, 0.5f)));

    /** Empty stores. */
    protected abstract TasteStores stores();

    @Test
    public void anUnknownUserHasNothingToExportOrErase() {
        TasteStores stores = stores();

        assertThat(stores.userData().export(ANN))
                .isEqualTo(
                        new Everything(StoredPreferences.NEVER, List.of(), List.of(), List.of(), List.of(), List.of()));
        assertThat(stores.userData().erase(ANN).values()).containsOnly(0);
    }

    @Test
    public void exportsEverything() {
        TasteStores stores = stores();
        fill(stores, ANN);
        fill(stores, BOB);

        Everything everything = stores.userData().export(ANN);

        assertThat(everything.preferences()).isEqualTo(new StoredPreferences(Preferences.DEFAULTS, 1, NOON));
        assertThat(everything.events())
                .extracting(one -> one.event().kind())
                .containsExactly(EventKind.SHOWN, EventKind.WATCHED, EventKind.WATCHLIST, EventKind.FAVOURITE);
        assertThat(everything.favourites()).containsExactly(new ListEntry(HEAT, NOON, ClientFacts.NONE));
        assertThat(everything.watchlist()).containsExactly(new ListEntry(DARK, NOON, ClientFacts.NONE));
        assertThat(everything.served()).containsExactly(SERVED);
        assertThat(everything.batch()).containsExactly(BATCH);
    }

    @Test
    public void erasesEverythingOfOneUserOnly() {
        TasteStores stores = stores();
        fill(stores, ANN);
        fill(stores, BOB);
        Everything ofBob = stores.userData().export(BOB);

        Map<String, Integer> receipt = stores.userData().erase(ANN);

        assertThat(receipt)
                .containsEntry("events", 4)
                .containsEntry("favourites", 1)
                .containsEntry("watchlist", 1)
                .containsEntry("user_preferences", 1)
                .containsEntry("served_recommendations", 1)
                .containsEntry("batch_recommendations", 1);
        assertThat(stores.tastes().load(ANN, Instant.EPOCH)).isEqualTo(Taste.unknown(ANN));
        assertThat(stores.userData().export(BOB)).isEqualTo(ofBob);
        List<UserId> left = new ArrayList<>();
        stores.events().forEach((user, event) -> left.add(user));
        assertThat(left).containsOnly(BOB);
    }

    @Test
    public void neverGivesAnErasedVersionAgain() {
        TasteStores stores = stores();
        fill(stores, ANN);
        long before = stores.tastes().version(ANN);
        stores.userData().erase(ANN);

        stores.events().record(ANN, List.of(Event.of(DARK, EventKind.DISMISSED, NOON)));

        // Caches and ETags of the erased life must not match the new one.
        assertThat(stores.tastes().version(ANN)).isGreaterThan(before);
    }

    @Test
    public void anErasedClientIdIsFreeAgain() {
        TasteStores stores = stores();
        Event event = new Event(HEAT, EventKind.WATCHED, 0, NOON, "client-1", "");
        stores.events().record(ANN, List.of(event));
        stores.userData().erase(ANN);

        assertThat(stores.events().record(ANN, List.of(event)).accepted()).isEqualTo(1);
        assertThat(stores.events().history(ANN, EnumSet.allOf(EventKind.class), Long.MAX_VALUE, 10))
                .hasSize(1);
    }

    private static void fill(TasteStores stores, UserId user) {
        stores.lists().add(user, ListKind.FAVOURITES, List.of(new ListEntry(HEAT, NOON, ClientFacts.NONE)));
        stores.lists().add(user, ListKind.WATCHLIST, List.of(new ListEntry(DARK, NOON, ClientFacts.NONE)));
        stores.events()
                .record(user, List.of(Event.of(HEAT, EventKind.WATCHED, NOON), Event.of(DARK, EventKind.SHOWN, NOON)));
        stores.tastes().update(user, NOON, current -> Preferences.DEFAULTS);
        stores.served().append(List.of(new ServedLog.Entry(user, SERVED)));
        stores.batchLists().save(Map.of(user, BATCH));
    }
}

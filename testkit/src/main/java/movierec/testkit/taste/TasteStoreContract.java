package movierec.testkit.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import movierec.failure.Refusal;
import movierec.identity.UserId;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.Preferences;
import movierec.taste.ServedList;
import movierec.taste.ServedLog;
import movierec.taste.StoredPreferences;
import movierec.taste.Taste;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

/** What every {@link movierec.taste.TasteStore} does. */
public abstract class TasteStoreContract {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final TitleId HEAT = TitleId.movie(949);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Preferences FULL = new Preferences(
            List.of("Action", "878"),
            List.of("it's a \"heist\""),
            6.5,
            9,
            1980,
            2020,
            List.of("neo-noir"),
            List.of("dark"),
            List.of("90s"),
            List.of("en", "fr"),
            List.of("acclaimed"),
            List.of("gritty"),
            List.of("nonlinear"),
            List.of("antihero"),
            List.of("Horror"),
            List.of("gore"),
            List.of("Netflix"),
            "DE",
            "PG-13",
            "movie");

    /** Empty stores. */
    protected abstract TasteStores stores();

    @Test
    public void anUnknownUserHasAnEmptyTaste() {
        TasteStores stores = stores();

        assertThat(stores.tastes().load(ANN, Instant.EPOCH)).isEqualTo(Taste.unknown(ANN));
        assertThat(stores.tastes().version(ANN)).isZero();
        assertThat(stores.tastes().preferences(ANN)).isEqualTo(StoredPreferences.NEVER);
    }

    @Test
    public void refusalStoresNothing() {
        TasteStores stores = stores();
        stores.tastes().update(ANN, NOON, current -> FULL);
        long before = stores.tastes().version(ANN);

        assertThatThrownBy(() -> stores.tastes().update(ANN, NOON, current -> {
                    throw new Refusal.Stale("changed meanwhile");
                }))
                .isInstanceOf(Refusal.Stale.class);

        assertThat(stores.tastes().preferences(ANN)).isEqualTo(new StoredPreferences(FULL, 1, NOON));
        assertThat(stores.tastes().version(ANN)).isEqualTo(before);
    }

    @Test
    public void keepsEveryPreference() {
        TasteStores stores = stores();

        StoredPreferences stored = stores.tastes().update(ANN, NOON, current -> FULL);

        assertThat(stored).isEqualTo(new StoredPreferences(FULL, 1, NOON));
        assertThat(stores.tastes().preferences(ANN)).isEqualTo(stored);
        assertThat(stores.tastes().load(ANN, NOON).preferences()).isEqualTo(FULL);
        assertThat(stores.tastes().preferences(BOB)).isEqualTo(StoredPreferences.NEVER);
    }

    @Test
    public void handsTheCurrentPreferencesToTheChange() {
        TasteStores stores = stores();
        stores.tastes().update(ANN, NOON, current -> FULL);

        StoredPreferences changed = stores.tastes().update(ANN, NOON.plusSeconds(1), current -> {
            assertThat(current).isEqualTo(new StoredPreferences(FULL, 1, NOON));
            return Preferences.DEFAULTS;
        });

        assertThat(changed).isEqualTo(new StoredPreferences(Preferences.DEFAULTS, 2, NOON.plusSeconds(1)));
    }

    @Test
    public void everyUpdateGrowsTheVersion() {
        TasteStores stores = stores();

        stores.tastes().update(ANN, NOON, current -> FULL);
        long first = stores.tastes().version(ANN);
        stores.tastes().update(ANN, NOON, current -> FULL);

        assertThat(first).isPositive();
        assertThat(stores.tastes().version(ANN)).isGreaterThan(first);
        assertThat(stores.tastes().version(BOB)).isZero();
    }

    @Test
    public void loadsEventsOldestFirstWithoutWhatWasOnlyShown() {
        TasteStores stores = stores();
        Event watched = new Event(HEAT, EventKind.WATCHED, 0, NOON, "c1", "sofa");
        Event rated = Event.rated(HEAT, 4.5, NOON.minusMillis(1));
        Event sameMoment = Event.of(TitleId.tv(2), EventKind.CLICKED, NOON);
        stores.events().record(ANN, List.of(watched, rated, sameMoment, Event.of(HEAT, EventKind.SHOWN, NOON)));
        stores.events().record(BOB, List.of(watched));

        Taste taste = stores.tastes().load(ANN, NOON);

        assertThat(taste.events()).containsExactly(rated, watched, sameMoment);
        assertThat(taste.version()).isEqualTo(stores.tastes().version(ANN));
        assertThat(taste.preferences()).isEqualTo(Preferences.DEFAULTS);
    }

    @Test
    public void loadsWhatWasServedLatelyNewestFirst() {
        TasteStores stores = stores();
        ServedList old = new ServedList(NOON.minusMillis(1), "taste", "m1", List.of(HEAT));
        ServedList first = new ServedList(NOON, "blend", "m1", List.of(TitleId.tv(3), HEAT, TitleId.movie(1)));
        ServedList second = new ServedList(NOON, "blend", "m2", List.of());
        stores.served()
                .append(List.of(
                        new ServedLog.Entry(ANN, old), new ServedLog.Entry(ANN, first), new ServedLog.Entry(BOB, old)));
        stores.served().append(List.of(new ServedLog.Entry(ANN, second)));
        stores.events().record(ANN, List.of(Event.of(HEAT, EventKind.WATCHED, NOON)));

        assertThat(stores.tastes().load(ANN, NOON).served()).containsExactly(second, first);
        assertThat(stores.tastes().load(ANN, Instant.EPOCH).served()).containsExactly(second, first, old);
    }

    @Test
    public void loadsOnlyTheLatestOfManyServedListsAndExportsAll() {
        TasteStores stores = stores();
        for (int list = 0; list < Taste.MAX_SERVED + 5; list++) {
            ServedList served = new ServedList(NOON.plusSeconds(list), "blend", "m1", List.of(HEAT));
            stores.served().append(List.of(new ServedLog.Entry(ANN, served)));
        }

        List<ServedList> loaded = stores.tastes().load(ANN, NOON).served();

        assertThat(loaded).hasSize(Taste.MAX_SERVED);
        assertThat(loaded.getFirst().at()).isEqualTo(NOON.plusSeconds(Taste.MAX_SERVED + 4));
        assertThat(stores.userData().export(ANN).served()).hasSize(Taste.MAX_SERVED + 5);
    }

    @Test
    public void loadsWhatWasServedToAUserWhoDidNothingYet() {
        TasteStores stores = stores();
        ServedList served = new ServedList(NOON, "taste", "m1", List.of(HEAT));

        stores.served().append(List.of(new ServedLog.Entry(ANN, served)));

        assertThat(stores.tastes().load(ANN, NOON))
                .isEqualTo(new Taste(ANN, 0, Preferences.DEFAULTS, List.of(), List.of(served)));
    }

    @Test
    public void countsTheUsersOfEachFavouriteGenre() {
        TasteStores stores = stores();
        Preferences westerns = new PreferencesBuilder()
                .favoriteGenres("Western", "878", "Western")
                .build();

        assertThat(stores.tastes().favouriteGenres()).isEmpty();
        stores.tastes().update(ANN, NOON, current -> FULL);
        stores.tastes().update(BOB, NOON, current -> westerns);

        assertThat(stores.tastes().favouriteGenres())
                .containsOnly(entry("Action", 1L), entry("878", 2L), entry("Western", 1L));
    }
}

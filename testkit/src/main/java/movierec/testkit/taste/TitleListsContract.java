package movierec.testkit.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import movierec.identity.UserId;
import movierec.taste.ClientFacts;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
import movierec.taste.TitleLists.Page;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

/** What every {@link movierec.taste.TitleLists} does. */
public abstract class TitleListsContract {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final TitleId HEAT = TitleId.movie(949);
    private static final TitleId DARK = TitleId.tv(70523);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final ClientFacts FACTS = new ClientFacts("Heat", "/heat.jpg", "1995-12-15", 7.9);

    /** Empty stores. */
    protected abstract TasteStores stores();

    @Test
    public void anUnknownUserHasEmptyLists() {
        assertThat(stores().lists().page(ANN, ListKind.FAVOURITES, 0, 10)).isEqualTo(new Page(List.of(), 0));
    }

    @Test
    public void removingWhatIsNotThereChangesNothing() {
        TasteStores stores = stores();
        stores.lists().add(ANN, ListKind.WATCHLIST, List.of(entry(HEAT, NOON)));
        long before = stores.tastes().version(ANN);

        assertThat(stores.lists().remove(ANN, ListKind.FAVOURITES, HEAT)).isFalse();
        assertThat(stores.lists().remove(BOB, ListKind.WATCHLIST, HEAT)).isFalse();

        assertThat(stores.lists().page(ANN, ListKind.WATCHLIST, 0, 10).total()).isEqualTo(1);
        assertThat(stores.tastes().version(ANN)).isEqualTo(before);
    }

    @Test
    public void addingTwiceKeepsTheFirstMoment() {
        TasteStores stores = stores();
        assertThat(stores.lists().add(ANN, ListKind.FAVOURITES, List.of(entry(HEAT, NOON))))
                .isEqualTo(1);
        long before = stores.tastes().version(ANN);

        int added = stores.lists().add(ANN, ListKind.FAVOURITES, List.of(entry(HEAT, NOON.plusSeconds(60))));

        assertThat(added).isZero();
        assertThat(stores.lists().page(ANN, ListKind.FAVOURITES, 0, 10).entries())
                .containsExactly(entry(HEAT, NOON));
        assertThat(stores.tastes().version(ANN)).isEqualTo(before);
    }

    @Test
    public void addsManyAtOnceAndCountsTheNewOnes() {
        TasteStores stores = stores();
        stores.lists().add(ANN, ListKind.FAVOURITES, List.of(entry(HEAT, NOON)));

        int added = stores.lists()
                .add(
                        ANN,
                        ListKind.FAVOURITES,
                        List.of(
                                entry(DARK, NOON),
                                entry(HEAT, NOON),
                                entry(DARK, NOON),
                                entry(TitleId.movie(1), NOON)));

        assertThat(added).isEqualTo(2);
        assertThat(stores.lists().page(ANN, ListKind.FAVOURITES, 0, 10).total()).isEqualTo(3);
    }

    @Test
    public void pagesNewestFirstAndTiesById() {
        TasteStores stores = stores();
        stores.lists()
                .add(
                        ANN,
                        ListKind.WATCHLIST,
                        List.of(
                                entry(TitleId.tv(1), NOON),
                                entry(TitleId.movie(10), NOON),
                                entry(TitleId.movie(9), NOON),
                                entry(TitleId.movie(5), NOON.plusMillis(1))));

        Page first = stores.lists().page(ANN, ListKind.WATCHLIST, 0, 3);
        Page second = stores.lists().page(ANN, ListKind.WATCHLIST, 3, 3);
        Page beyond = stores.lists().page(ANN, ListKind.WATCHLIST, 30, 3);

        assertThat(first.entries())
                .extracting(ListEntry::titleId)
                .containsExactly(TitleId.movie(5), TitleId.movie(9), TitleId.movie(10));
        assertThat(second.entries()).extracting(ListEntry::titleId).containsExactly(TitleId.tv(1));
        assertThat(beyond).isEqualTo(new Page(List.of(), 4));
        assertThat(first.total()).isEqualTo(4);
    }

    @Test
    public void listsOfUsersAndKindsAreSeparate() {
        TasteStores stores = stores();
        stores.lists().add(ANN, ListKind.WATCHLIST, List.of(entry(HEAT, NOON)));

        assertThat(stores.lists().page(ANN, ListKind.FAVOURITES, 0, 10).total()).isZero();
        assertThat(stores.lists().page(BOB, ListKind.WATCHLIST, 0, 10).total()).isZero();
    }

    @Test
    public void anAddedTitleIsAnEventAndRemovingItRemovesTheEvent() {
        TasteStores stores = stores();
        stores.lists().add(ANN, ListKind.FAVOURITES, List.of(entry(HEAT, NOON)));
        Event expected = Event.of(HEAT, EventKind.FAVOURITE, NOON);
        assertThat(stores.tastes().load(ANN, NOON).events()).containsExactly(expected);

        assertThat(stores.lists().remove(ANN, ListKind.FAVOURITES, HEAT)).isTrue();

        assertThat(stores.tastes().load(ANN, NOON).events()).isEmpty();
        assertThat(stores.events().history(ANN, EnumSet.allOf(EventKind.class), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    public void everyChangeGrowsTheVersion() {
        TasteStores stores = stores();

        stores.lists().add(ANN, ListKind.FAVOURITES, List.of(entry(HEAT, NOON)));
        long added = stores.tastes().version(ANN);
        stores.lists().remove(ANN, ListKind.FAVOURITES, HEAT);

        assertThat(added).isPositive();
        assertThat(stores.tastes().version(ANN)).isGreaterThan(added);
    }

    @Test
    public void keepsWhatTheClientSaidOfAnUnknownTitle() {
        TasteStores stores = stores();

        stores.lists().add(ANN, ListKind.FAVOURITES, List.of(new ListEntry(HEAT, NOON, FACTS)));

        assertThat(facts(stores, ListKind.FAVOURITES)).isEqualTo(FACTS);
    }

    @Test
    public void dropsWhatTheClientSaidWhenTheCatalogueLearnsTheTitle() {
        TasteStores stores = stores();
        stores.lists().add(ANN, ListKind.FAVOURITES, List.of(new ListEntry(HEAT, NOON, FACTS)));
        stores.lists().add(ANN, ListKind.WATCHLIST, List.of(new ListEntry(HEAT, NOON, FACTS)));

        stores.titles().save(List.of(Title.builder(TitleId.tv(949), "Another").build()));
        assertThat(facts(stores, ListKind.FAVOURITES)).isEqualTo(FACTS);
        stores.titles()
                .save(List.of(Title.builder(HEAT, "Heat").source("sample", NOON).build()));
        stores.titles().deleteBySource("sample");

        assertThat(facts(stores, ListKind.FAVOURITES)).isEqualTo(ClientFacts.NONE);
        assertThat(facts(stores, ListKind.WATCHLIST)).isEqualTo(ClientFacts.NONE);
    }

    @Test
    public void doesNotKeepWhatTheClientSaysOfAKnownTitle() {
        TasteStores stores = stores();
        stores.titles().save(List.of(Title.builder(HEAT, "Heat").build()));

        stores.lists().add(ANN, ListKind.WATCHLIST, List.of(new ListEntry(HEAT, NOON, FACTS)));

        assertThat(facts(stores, ListKind.WATCHLIST)).isEqualTo(ClientFacts.NONE);
    }

    private static ClientFacts facts(TasteStores stores, ListKind kind) {
        return stores.lists().page(ANN, kind, 0, 1).entries().getFirst().facts();
    }

    private static ListEntry entry(TitleId id, Instant addedAt) {
        return new ListEntry(id, addedAt, ClientFacts.NONE);
    }
}

package movierec.testkit.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import movierec.identity.UserId;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.EventLog.Receipt;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
import movierec.taste.RecordedEvent;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

/** What every {@link movierec.taste.EventLog} does. */
public abstract class EventLogContract {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final TitleId HEAT = TitleId.movie(949);
    private static final TitleId DARK = TitleId.tv(70523);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Set<EventKind> ALL = EnumSet.allOf(EventKind.class);

    /** Empty stores. */
    protected abstract TasteStores stores();

    @Test
    public void knowsNothingOfAnUnknownUser() {
        TasteStores stores = stores();

        assertThat(stores.events().history(ANN, ALL, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(stores.events().delete(ANN, 1)).isFalse();
        assertThat(stores.events().deleteAll(ANN, HEAT, ALL)).isZero();
        assertThat(stores.tastes().version(ANN)).isZero();
    }

    @Test
    public void countsTheSameClientIdOfAUserOnce() {
        TasteStores stores = stores();
        Event event = new Event(HEAT, EventKind.WATCHED, 0, NOON, "client-1", "");
        Event again = new Event(DARK, EventKind.RATED, 4, NOON, "client-1", "");
        stores.events().record(ANN, List.of(event));
        long before = stores.tastes().version(ANN);

        assertThat(stores.events().record(ANN, List.of(event, again))).isEqualTo(new Receipt(0, 2));

        assertThat(events(stores, ANN)).containsExactly(event);
        assertThat(stores.tastes().version(ANN)).isEqualTo(before);
    }

    @Test
    public void countsTheSameClientIdWithinOneBatchOnce() {
        TasteStores stores = stores();
        Event event = new Event(HEAT, EventKind.CLICKED, 0, NOON, "client-1", "");

        assertThat(stores.events().record(ANN, List.of(event, event))).isEqualTo(new Receipt(1, 1));
    }

    @Test
    public void takesTheSameClientIdOfAnotherUserAsAnotherEvent() {
        TasteStores stores = stores();
        Event event = new Event(HEAT, EventKind.WATCHED, 0, NOON, "client-1", "");
        stores.events().record(ANN, List.of(event));

        assertThat(stores.events().record(BOB, List.of(event))).isEqualTo(new Receipt(1, 0));
    }

    @Test
    public void keepsEveryEventWithoutClientId() {
        TasteStores stores = stores();
        Event watched = Event.of(HEAT, EventKind.WATCHED, NOON);

        assertThat(stores.events().record(ANN, List.of(watched, watched))).isEqualTo(new Receipt(2, 0));
    }

    @Test
    public void recordsNothingFromAnEmptyBatch() {
        TasteStores stores = stores();

        assertThat(stores.events().record(ANN, List.of())).isEqualTo(new Receipt(0, 0));

        assertThat(stores.tastes().version(ANN)).isZero();
    }

    @Test
    public void cannotDeleteTheEventOfAnotherUser() {
        TasteStores stores = stores();
        stores.events().record(ANN, List.of(Event.of(HEAT, EventKind.WATCHED, NOON)));
        long id = history(stores, ANN).getFirst().id();

        assertThat(stores.events().delete(BOB, id)).isFalse();

        assertThat(events(stores, ANN)).hasSize(1);
        assertThat(stores.tastes().version(BOB)).isZero();
    }

    @Test
    public void keepsEveryFieldOfAnEvent() {
        TasteStores stores = stores();
        Event event =
                new Event(DARK, EventKind.RATED, 4.5, NOON, "it's \"me\"; --", "from <the> \u0000 row \ud83c\udfac");

        stores.events().record(ANN, List.of(event));

        assertThat(events(stores, ANN)).containsExactly(event);
    }

    @Test
    public void pagesThroughHistoryNewestRecordedFirst() {
        TasteStores stores = stores();
        for (int number = 1; number <= 5; number++) {
            // Recorded in the opposite order of their happening.
            stores.events()
                    .record(
                            ANN,
                            List.of(Event.of(TitleId.movie(number), EventKind.WATCHED, NOON.minusSeconds(number))));
        }

        List<RecordedEvent> first = stores.events().history(ANN, ALL, Long.MAX_VALUE, 2);
        List<RecordedEvent> rest =
                stores.events().history(ANN, ALL, first.getLast().id(), 10);

        assertThat(first).extracting(one -> one.event().titleId().number()).containsExactly(5, 4);
        assertThat(rest).extracting(one -> one.event().titleId().number()).containsExactly(3, 2, 1);
    }

    @Test
    public void showsTheAskedKindsOnly() {
        TasteStores stores = stores();
        stores.events()
                .record(
                        ANN,
                        List.of(
                                Event.of(HEAT, EventKind.WATCHED, NOON),
                                Event.rated(HEAT, 4, NOON),
                                Event.of(HEAT, EventKind.SHOWN, NOON)));

        assertThat(stores.events().history(ANN, EnumSet.of(EventKind.RATED, EventKind.SHOWN), Long.MAX_VALUE, 10))
                .extracting(one -> one.event().kind())
                .containsExactly(EventKind.SHOWN, EventKind.RATED);
        assertThat(stores.events().history(ANN, Set.of(), Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    public void neverUsesAnIdAgain() {
        TasteStores stores = stores();
        stores.events().record(ANN, List.of(Event.of(HEAT, EventKind.WATCHED, NOON)));
        long deleted = history(stores, ANN).getFirst().id();
        stores.events().delete(ANN, deleted);

        stores.events().record(BOB, List.of(Event.of(HEAT, EventKind.WATCHED, NOON)));

        assertThat(history(stores, BOB).getFirst().id()).isGreaterThan(deleted);
    }

    @Test
    public void putsTheTitleOfAFavouriteEventOnTheList() {
        TasteStores stores = stores();

        stores.events()
                .record(
                        ANN,
                        List.of(Event.of(HEAT, EventKind.FAVOURITE, NOON), Event.of(DARK, EventKind.WATCHLIST, NOON)));

        assertThat(list(stores, ListKind.FAVOURITES))
                .extracting(ListEntry::titleId)
                .containsExactly(HEAT);
        assertThat(list(stores, ListKind.FAVOURITES))
                .extracting(ListEntry::addedAt)
                .containsExactly(NOON);
        assertThat(list(stores, ListKind.WATCHLIST))
                .extracting(ListEntry::titleId)
                .containsExactly(DARK);
    }

    @Test
    public void countsAFavouriteThatIsOnTheListAsDuplicate() {
        TasteStores stores = stores();
        stores.events().record(ANN, List.of(Event.of(HEAT, EventKind.FAVOURITE, NOON)));

        Receipt receipt =
                stores.events().record(ANN, List.of(Event.of(HEAT, EventKind.FAVOURITE, NOON.plusSeconds(9))));

        assertThat(receipt).isEqualTo(new Receipt(0, 1));
        assertThat(events(stores, ANN)).extracting(Event::at).containsExactly(NOON);
        assertThat(list(stores, ListKind.FAVOURITES))
                .extracting(ListEntry::addedAt)
                .containsExactly(NOON);
    }

    @Test
    public void putsNothingOnTheListForAUsedClientId() {
        TasteStores stores = stores();
        stores.events().record(ANN, List.of(new Event(HEAT, EventKind.WATCHED, 0, NOON, "client-1", "")));

        stores.events().record(ANN, List.of(new Event(DARK, EventKind.FAVOURITE, 0, NOON, "client-1", "")));

        assertThat(list(stores, ListKind.FAVOURITES)).isEmpty();
    }

    @Test
    public void takesTheTitleOffTheListWithItsEvent() {
        TasteStores stores = stores();
        stores.events()
                .record(
                        ANN,
                        List.of(Event.of(HEAT, EventKind.FAVOURITE, NOON), Event.of(HEAT, EventKind.WATCHED, NOON)));
        long favourite = history(stores, ANN).getLast().id();
        long before = stores.tastes().version(ANN);

        assertThat(stores.events().delete(ANN, favourite)).isTrue();

        assertThat(list(stores, ListKind.FAVOURITES)).isEmpty();
        assertThat(events(stores, ANN)).extracting(Event::kind).containsExactly(EventKind.WATCHED);
        assertThat(stores.tastes().version(ANN)).isGreaterThan(before);
    }

    @Test
    public void deletesTheEventsOfSomeKindsAboutOneTitle() {
        TasteStores stores = stores();
        stores.events()
                .record(
                        ANN,
                        List.of(
                                Event.rated(HEAT, 3, NOON),
                                Event.rated(HEAT, 4, NOON),
                                Event.of(HEAT, EventKind.WATCHLIST, NOON),
                                Event.of(HEAT, EventKind.WATCHED, NOON),
                                Event.rated(DARK, 5, NOON)));
        stores.events().record(BOB, List.of(Event.rated(HEAT, 1, NOON)));
        long before = stores.tastes().version(ANN);

        int deleted = stores.events().deleteAll(ANN, HEAT, EnumSet.of(EventKind.RATED, EventKind.WATCHLIST));

        assertThat(deleted).isEqualTo(3);
        assertThat(events(stores, ANN)).extracting(Event::kind).containsExactly(EventKind.RATED, EventKind.WATCHED);
        assertThat(list(stores, ListKind.WATCHLIST)).isEmpty();
        assertThat(events(stores, BOB)).hasSize(1);
        assertThat(stores.tastes().version(ANN)).isGreaterThan(before);
    }

    @Test
    public void visitsUsersTogetherAndTheirEventsOldestFirst() {
        TasteStores stores = stores();
        Event late = Event.of(HEAT, EventKind.WATCHED, NOON);
        Event early = Event.rated(DARK, 5, NOON.minusSeconds(1));
        stores.events().record(ANN, List.of(late));
        stores.events().record(BOB, List.of(late));
        stores.events().record(ANN, List.of(early));

        List<String> visited = new ArrayList<>();
        stores.events().forEach((user, event) -> visited.add(user + " " + event.titleId()));

        assertThat(visited).containsExactly("ann tv:70523", "ann movie:949", "bob movie:949");
    }

    private static List<RecordedEvent> history(TasteStores stores, UserId user) {
        return stores.events().history(user, ALL, Long.MAX_VALUE, 100);
    }

    private static List<Event> events(TasteStores stores, UserId user) {
        return history(stores, user).stream().map(RecordedEvent::event).toList();
    }

    private static List<ListEntry> list(TasteStores stores, ListKind kind) {
        return stores.lists().page(ANN, kind, 0, 100).entries();
    }
}

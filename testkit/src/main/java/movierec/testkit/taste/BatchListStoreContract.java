package movierec.testkit.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import movierec.identity.UserId;
import movierec.taste.BatchList;
import movierec.taste.BatchListStore;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

/** What every {@link BatchListStore} does. */
public abstract class BatchListStoreContract {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final BatchList BEST_FIRST = new BatchList(
            "m1",
            7,
            List.of(
                    new BatchList.Entry(TitleId.tv(999_999_999), Float.MAX_VALUE),
                    new BatchList.Entry(TitleId.movie(949), 0.1f),
                    new BatchList.Entry(TitleId.tv(949), 0.1f),
                    new BatchList.Entry(TitleId.movie(1), Float.MIN_VALUE)));

    /** Empty stores. */
    protected abstract TasteStores stores();

    private TasteStores storesThatKnow(UserId... users) {
        TasteStores stores = stores();
        for (UserId user : users) {
            stores.events().record(user, List.of(Event.of(TitleId.movie(949), EventKind.FAVOURITE, NOON)));
        }
        return stores;
    }

    @Test
    public void anUnknownUserHasNoList() {
        assertThat(stores().batchLists().find(ANN)).isEmpty();
    }

    @Test
    public void takesNoListsAndEmptyLists() {
        TasteStores stores = storesThatKnow(ANN);

        stores.batchLists().save(Map.of());
        stores.batchLists().save(Map.of(ANN, new BatchList("m1", 1, List.of())));

        assertThat(stores.batchLists().find(ANN)).contains(new BatchList("m1", 1, List.of()));
    }

    @Test
    public void keepsTitlesScoresAndRanks() {
        TasteStores stores = storesThatKnow(ANN, BOB);

        stores.batchLists().save(Map.of(ANN, BEST_FIRST));

        assertThat(stores.batchLists().find(ANN)).contains(BEST_FIRST);
        assertThat(stores.batchLists().find(BOB)).isEmpty();
    }

    @Test
    public void aNewListReplacesTheOneBefore() {
        TasteStores stores = storesThatKnow(ANN, BOB);
        BatchList newer = new BatchList("m2", 8, List.of(new BatchList.Entry(TitleId.movie(2), 3)));
        stores.batchLists().save(Map.of(ANN, BEST_FIRST, BOB, BEST_FIRST));

        stores.batchLists().save(Map.of(ANN, newer));

        assertThat(stores.batchLists().find(ANN)).contains(newer);
        assertThat(stores.batchLists().find(BOB)).contains(BEST_FIRST);
    }

    @Test
    public void keepsTheLongestListsOfManyUsers() {
        UserId[] users = IntStream.range(0, 300)
                .mapToObj(user -> new UserId("user " + user))
                .toArray(UserId[]::new);
        TasteStores stores = storesThatKnow(users);
        Map<UserId, BatchList> lists = new HashMap<>();
        for (int user = 0; user < users.length; user++) {
            int first = user;
            List<BatchList.Entry> entries = IntStream.rangeClosed(1, BatchList.MAX_ENTRIES)
                    .mapToObj(rank -> new BatchList.Entry(TitleId.movie(first + rank), 1f / rank))
                    .toList();
            lists.put(users[user], new BatchList("m1", user, entries));
        }

        stores.batchLists().save(lists);

        for (UserId user : users) {
            assertThat(stores.batchLists().find(user)).contains(lists.getOrDefault(user, BatchList.NONE));
        }
    }

    @Test
    public void aUserErasedSinceTheListWasComputedGetsNone() {
        TasteStores stores = storesThatKnow(ANN, BOB);
        stores.userData().erase(ANN);

        stores.batchLists().save(Map.of(ANN, BEST_FIRST, BOB, BEST_FIRST));

        assertThat(stores.batchLists().find(ANN)).isEmpty();
        assertThat(stores.batchLists().find(BOB)).contains(BEST_FIRST);
    }

    @Test
    public void changesNoVersion() {
        TasteStores stores = storesThatKnow(ANN);
        long before = stores.tastes().version(ANN);

        stores.batchLists().save(Map.of(ANN, BEST_FIRST));

        assertThat(stores.tastes().version(ANN)).isEqualTo(before);
    }

    @Test
    public void deletesListsOfModelsThatAreNotKept() {
        TasteStores stores = storesThatKnow(ANN, BOB);
        BatchList other = new BatchList("m'2", 8, List.of());
        stores.batchLists().save(Map.of(ANN, BEST_FIRST, BOB, other));

        assertThat(stores.batchLists().keepOnly(Set.of("m1", "m'2"))).isZero();
        assertThat(stores.batchLists().keepOnly(Set.of("m'2", "m3"))).isEqualTo(1);

        assertThat(stores.batchLists().find(ANN)).isEmpty();
        assertThat(stores.batchLists().find(BOB)).contains(other);
        assertThat(stores.batchLists().keepOnly(Set.of())).isEqualTo(1);
        assertThat(stores.batchLists().find(BOB)).isEmpty();
    }
}

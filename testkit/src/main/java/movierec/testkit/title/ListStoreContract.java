package movierec.testkit.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import movierec.testkit.identity.SettableClock;
import movierec.title.Genre;
import movierec.title.ListKey;
import movierec.title.ListScope;
import movierec.title.ListStore;
import movierec.title.ListType;
import movierec.title.StoredList;
import movierec.title.TitleId;
import movierec.title.TitleStore;
import org.junit.jupiter.api.Test;

/** What every {@link ListStore} does. */
public abstract class ListStoreContract {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.123Z");
    private static final ListKey POPULAR_MOVIES = ListKey.of(ListType.POPULAR, ListScope.MOVIE);

    /** @param titles the store whose version grows with the lists' changes */
    public record Stores(ListStore lists, TitleStore titles) {}

    /** Empty stores that take the clock's time for now. */
    protected abstract Stores stores(InstantSource clock);

    private Stores stores() {
        return stores(InstantSource.fixed(NOW));
    }

    private static StoredList list(ListKey key, String source, TitleId... titles) {
        return new StoredList(key, source, List.of(titles), NOW, NOW.plus(Duration.ofDays(1)));
    }

    @Test
    public void knowsNoListAtFirst() {
        ListStore lists = stores().lists();

        assertThat(lists.all()).isEmpty();
        assertThat(lists.deleteBySource("tmdb")).isZero();
    }

    @Test
    public void keepsAListWithItsOrder() {
        ListStore lists = stores().lists();
        StoredList mixed = list(
                ListKey.of(ListType.TRENDING, ListScope.MIXED),
                "tmdb",
                TitleId.tv(9),
                TitleId.movie(10),
                TitleId.movie(9),
                TitleId.movie(100));

        lists.replace(mixed);

        assertThat(lists.all()).containsExactly(mixed);
    }

    @Test
    public void keepsEmptyListsAndListsThatNeverExpire() {
        ListStore lists = stores().lists();
        StoredList endless = new StoredList(POPULAR_MOVIES, "files", List.of(), NOW, Instant.MAX);

        lists.replace(endless);

        assertThat(lists.all()).containsExactly(endless);
    }

    @Test
    public void aNewListTakesThePlaceOfTheOldOneAltogether() {
        ListStore lists = stores().lists();
        lists.replace(list(POPULAR_MOVIES, "tmdb", TitleId.movie(1), TitleId.movie(2), TitleId.movie(3)));
        StoredList shorter = list(POPULAR_MOVIES, "tmdb", TitleId.movie(4));

        lists.replace(shorter);

        assertThat(lists.all()).containsExactly(shorter);
    }

    @Test
    public void ordersByKeyAndSource() {
        ListStore lists = stores().lists();
        List<StoredList> ordered = List.of(
                list(ListKey.of(Genre.DRAMA, ListScope.TV), "tmdb", TitleId.tv(1)),
                list(POPULAR_MOVIES, "files", TitleId.movie(1)),
                list(POPULAR_MOVIES, "tmdb", TitleId.movie(2)),
                list(ListKey.of(ListType.POPULAR, ListScope.TV), "tmdb", TitleId.tv(2)));

        ordered.reversed().forEach(lists::replace);

        assertThat(lists.all()).containsExactlyElementsOf(ordered);
    }

    @Test
    public void servesAListThatExpiredButNoneBeyondItsLegalAge() {
        SettableClock clock = new SettableClock(NOW);
        ListStore lists = stores(clock).lists();
        StoredList own = list(POPULAR_MOVIES, "files", TitleId.movie(1));
        StoredList theirs = list(POPULAR_MOVIES, "tmdb", TitleId.movie(2));
        lists.replace(own);
        lists.replace(theirs);

        clock.advance(Duration.ofDays(180).minusMillis(1));
        assertThat(lists.all()).containsExactly(own, theirs);

        clock.advance(Duration.ofMillis(1));
        assertThat(lists.all()).containsExactly(own);
    }

    @Test
    public void deletesTheListsOfOneSourceOnly() {
        ListStore lists = stores().lists();
        StoredList own = list(POPULAR_MOVIES, "files", TitleId.movie(1));
        lists.replace(own);
        lists.replace(list(POPULAR_MOVIES, "tmdb", TitleId.movie(2)));
        lists.replace(list(ListKey.of(ListType.POPULAR, ListScope.TV), "tmdb", TitleId.tv(2)));

        assertThat(lists.deleteBySource("tmdb")).isEqualTo(2);

        assertThat(lists.all()).containsExactly(own);
    }

    @Test
    public void everyChangeGrowsTheVersionOfTheCatalogue() {
        Stores stores = stores();
        long empty = stores.titles().version();

        stores.lists().deleteBySource("tmdb");
        long unchanged = stores.titles().version();
        stores.lists().replace(list(POPULAR_MOVIES, "tmdb", TitleId.movie(1)));
        long replaced = stores.titles().version();
        stores.lists().deleteBySource("tmdb");

        assertThat(unchanged).isEqualTo(empty);
        assertThat(replaced).isGreaterThan(empty);
        assertThat(stores.titles().version()).isGreaterThan(replaced);
    }

    @Test
    public void readersNeverSeeHalfAList() throws InterruptedException {
        ListStore lists = stores().lists();
        TitleId[] odd = ids(1);
        TitleId[] even = ids(2);
        lists.replace(list(POPULAR_MOVIES, "tmdb", odd));
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int round = 0; round < 50; round++) {
                lists.replace(list(POPULAR_MOVIES, "tmdb", round % 2 == 0 ? even : odd));
            }
        });

        do {
            assertThat(lists.all().getFirst().titles()).isIn(List.of(odd), List.of(even));
        } while (writer.isAlive());
        writer.join();
    }

    private static TitleId[] ids(int first) {
        return IntStream.range(0, 40)
                .mapToObj(i -> TitleId.movie(first + 2 * i))
                .toArray(TitleId[]::new);
    }
}

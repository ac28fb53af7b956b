package movierec.testkit.taste;

import java.time.Instant;
import java.time.InstantSource;
import movierec.taste.BatchListStore;
import movierec.taste.EventLog;
import movierec.taste.ServedLog;
import movierec.taste.TasteStore;
import movierec.taste.TitleLists;
import movierec.taste.UserData;
import movierec.testkit.title.InMemoryTitleStore;
import movierec.title.TitleStore;

/** The ports that keep what users did and prefer, all over the same storage. */
public record TasteStores(
        EventLog events,
        TitleLists lists,
        TasteStore tastes,
        ServedLog served,
        BatchListStore batchLists,
        UserData userData,
        TitleStore titles) {

    /** What these stores take for now, where it matters: no fact is too old for it. */
    public static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    /** Empty stores in memory. */
    public static TasteStores inMemory() {
        InMemoryTitleStore titles = new InMemoryTitleStore(CLOCK);
        InMemoryTaste taste = new InMemoryTaste(titles);
        return new TasteStores(taste, taste, taste, taste, taste, taste, titles);
    }
}

package movierec.testkit.taste;

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

    /** Empty stores in memory. */
    public static TasteStores inMemory() {
        InMemoryTitleStore titles = new InMemoryTitleStore();
        InMemoryTaste taste = new InMemoryTaste(titles);
        return new TasteStores(taste, taste, taste, taste, taste, taste, titles);
    }
}

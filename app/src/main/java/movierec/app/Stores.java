package movierec.app;

import movierec.model.CorpusStore;
import movierec.model.ModelRepository;
import movierec.taste.BatchListStore;
import movierec.taste.EventLog;
import movierec.taste.ServedLog;
import movierec.taste.TasteStore;
import movierec.taste.TitleLists;
import movierec.taste.UserData;
import movierec.title.TitleStore;

/** Everything that keeps something. */
public record Stores(
        TitleStore titles,
        TasteStore tastes,
        EventLog events,
        TitleLists lists,
        ServedLog served,
        BatchListStore batchLists,
        UserData userData,
        ModelRepository models,
        CorpusStore corpora) {}

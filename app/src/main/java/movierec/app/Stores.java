package movierec.app;

import movierec.catalogue.fetch.FetchStores;
import movierec.job.JobStore;
import movierec.job.LeaseStore;
import movierec.model.CorpusStore;
import movierec.model.ModelRepository;
import movierec.taste.BatchListStore;
import movierec.taste.EventLog;
import movierec.taste.ServedLog;
import movierec.taste.TasteStore;
import movierec.taste.TitleLists;
import movierec.taste.UserData;
import movierec.title.ListStore;
import movierec.title.ReferenceStore;
import movierec.title.TitleCheckStore;
import movierec.title.TitleStore;

/**
 * Everything that keeps something.
 *
 * @param lists what users put on their lists
 * @param catalogueLists the lists that sources keep, such as what is popular
 */
public record Stores(
        TitleStore titles,
        TasteStore tastes,
        EventLog events,
        TitleLists lists,
        ServedLog served,
        BatchListStore batchLists,
        UserData userData,
        ModelRepository models,
        CorpusStore corpora,
        ListStore catalogueLists,
        TitleCheckStore titleChecks,
        ReferenceStore references,
        JobStore jobs,
        LeaseStore leases) {
    /** What fetching needs of them. */
    FetchStores toFetch() {
        return new FetchStores(titles, catalogueLists, titleChecks, references, jobs);
    }
}

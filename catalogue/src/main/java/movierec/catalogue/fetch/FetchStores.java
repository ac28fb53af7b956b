package movierec.catalogue.fetch;

import movierec.job.JobStore;
import movierec.title.ListStore;
import movierec.title.ReferenceStore;
import movierec.title.TitleCheckStore;
import movierec.title.TitleStore;

/** Where fetching puts what it gets, and remembers how far it is. */
public record FetchStores(
        TitleStore titles, ListStore lists, TitleCheckStore checks, ReferenceStore references, JobStore jobs) {}

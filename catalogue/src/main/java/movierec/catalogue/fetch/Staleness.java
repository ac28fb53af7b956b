package movierec.catalogue.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import movierec.title.Title;
import movierec.title.TitleCheck;
import movierec.title.TitleId;

/** Which titles a source is to be asked for: new ones, and those whose details are old. */
final class Staleness {
    private final String source;
    private final FetchStores stores;
    private final Duration refreshAfter;

    Staleness(String source, FetchStores stores, Duration refreshAfter) {
        this.source = source;
        this.stores = stores;
        this.refreshAfter = refreshAfter;
    }

    /** A title to ask for, with the name of the answer that is known, or empty. */
    record Wanted(TitleId id, String etag) {}

    /** The titles among {@code ids} that are to be asked for, in their order. */
    List<Wanted> among(Collection<TitleId> ids, Instant now) {
        Map<TitleId, TitleCheck> checks = new HashMap<>();
        stores.checks().find(source, ids).forEach(check -> checks.put(check.id(), check));
        Set<TitleId> detailed = new HashSet<>();
        stores.titles().of(source, ids).stream().filter(Title::detailed).forEach(title -> detailed.add(title.id()));
        List<Wanted> wanted = new ArrayList<>();
        for (TitleId id : ids) {
            TitleCheck check = checks.get(id);
            if (check == null) {
                wanted.add(new Wanted(id, ""));
            } else if (check.gone()) {
                if (!now.isBefore(check.checkedAt().plus(FetchSettings.GONE_STAYS_GONE))) {
                    wanted.add(new Wanted(id, ""));
                }
            } else if (!detailed.contains(id)) {
                wanted.add(new Wanted(id, ""));
            } else if (!now.isBefore(check.checkedAt().plus(refreshAfter))) {
                wanted.add(new Wanted(id, check.etag()));
            }
        }
        return wanted;
    }
}

package movierec.recommend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import movierec.title.Catalogue;
import movierec.title.Title;
import movierec.title.TitleId;

/** Fills a list that is too short from the live source, where there is one. */
record LiveFill(LiveSource live) {

    Recommendations fill(Recommendations local, UserContext context, int limit) {
        int missing = limit - local.titles().size();
        if (missing <= 0 || live == LiveSource.NONE) {
            return local;
        }
        Set<TitleId> known = new HashSet<>();
        local.titles()
                .forEach(recommendation -> known.add(recommendation.title().id()));
        List<Title> fresh = live.discover(context, limit).stream()
                .filter(title -> known.add(title.id()))
                .toList();
        Catalogue catalogue = new Catalogue(fresh, 0);
        TitleFilter filter = TitleFilter.of(context, catalogue);
        List<Recommendation> filled = new ArrayList<>(local.titles());
        for (int titleIndex = 0; titleIndex < fresh.size() && filled.size() < limit; titleIndex++) {
            if (filter.test(titleIndex)) {
                filled.add(new Recommendation(
                        fresh.get(titleIndex),
                        new Parts(0, 0, 0, 0, 0),
                        List.of(Reason.plain("popular", "Found for you just now"))));
            }
        }
        return filled.size() == local.titles().size()
                ? local
                : new Recommendations(filled, local.profile(), local.modelVersion(), true, Stage.DISCOVER);
    }
}

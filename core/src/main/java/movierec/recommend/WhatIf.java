package movierec.recommend;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import movierec.taste.Preferences;
import movierec.title.TitleId;

/**
 * What to assume for one answer instead of what is stored (REC-1); nothing of it is kept.
 *
 * @param exclude titles not to show
 * @param favourites instead of the stored favourites; empty = the stored ones
 * @param watchlist instead of the stored watchlist; empty = the stored one
 * @param preferences from the stored preferences to those of this answer
 */
public record WhatIf(
        Set<TitleId> exclude,
        List<TitleId> favourites,
        List<TitleId> watchlist,
        UnaryOperator<Preferences> preferences) {
    public static final WhatIf NOTHING = new WhatIf(Set.of(), List.of(), List.of(), UnaryOperator.identity());

    public WhatIf {
        exclude = Set.copyOf(exclude);
        favourites = List.copyOf(favourites);
        watchlist = List.copyOf(watchlist);
    }

    /** Whether the answer is for another history than the stored one. */
    boolean assumesAnotherHistory() {
        return !favourites.isEmpty() || !watchlist.isEmpty();
    }
}

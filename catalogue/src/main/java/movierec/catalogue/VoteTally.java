package movierec.catalogue;

import java.util.HashMap;
import java.util.Map;
import movierec.model.RatingCorpus;
import movierec.title.Title;
import movierec.title.TitleId;

/**
 * Turns the ratings of one corpus into what a {@link Title} says about its audience: mean vote, number of votes and
 * popularity. Not thread-safe.
 *
 * <p>Popularity counts ratings, each worth half as much as one given two years later, and puts the most popular title of
 * the corpus at 100: so corpora of different sizes can stand in one catalogue.
 */
public final class VoteTally implements RatingCorpus.Visitor {
    private static final double HALF_LIFE_SECONDS = 2 * 365.25 * 24 * 3600;
    private static final double MOST_POPULAR = 100;

    private final Map<TitleId, Votes> votesByTitle = new HashMap<>();
    private double mostRecentWeight;

    @Override
    public void rating(int user, TitleId titleId, float rating, long epochSecond) {
        Votes votes = votesByTitle.computeIfAbsent(titleId, id -> new Votes());
        votes.count++;
        if (!Float.isNaN(rating)) {
            votes.rated++;
            votes.sum += rating;
        }
        // Growing weights for later ratings give the same ranking as decaying ones for earlier ratings, in one pass.
        votes.recentWeight += Math.exp(epochSecond / HALF_LIFE_SECONDS * Math.log(2));
        mostRecentWeight = Math.max(mostRecentWeight, votes.recentWeight);
    }

    public boolean knows(TitleId titleId) {
        return votesByTitle.containsKey(titleId);
    }

    /** The title with the votes of this corpus; unchanged when nobody here rated it. */
    public Title applyTo(Title title) {
        Votes votes = votesByTitle.get(title.id());
        if (votes == null) {
            return title;
        }
        double meanVote = votes.rated == 0 ? 0 : 2 * votes.sum / votes.rated;
        double popularity = MOST_POPULAR * votes.recentWeight / mostRecentWeight;
        return title.toBuilder()
                .votes(Math.round(meanVote * 100) / 100.0, votes.count)
                .popularity(Math.round(popularity * 1000) / 1000.0)
                .build();
    }

    private static final class Votes {
        private int count;
        private int rated;
        private double sum;
        private double recentWeight;
    }
}

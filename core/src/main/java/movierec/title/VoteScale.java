package movierec.title;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How one source's audience votes. Its numbers mean something only beside each other: a title is popular or little known among
 * the titles that the same source votes on.
 *
 * @param meanVote mean of the titles' mean votes
 * @param medianVotes median number of votes of titles that have any
 * @param maxPopularity above 0
 */
record VoteScale(double meanVote, double medianVotes, double maxPopularity) {
    private static final double UNKNOWN_MEAN = 6;

    /** The scale of every {@link Title#votesSource()}. */
    static Map<String, VoteScale> of(Title[] titles) {
        Map<String, List<Title>> bySource = Arrays.stream(titles).collect(Collectors.groupingBy(Title::votesSource));
        Map<String, VoteScale> scales = new HashMap<>();
        bySource.forEach((source, its) -> scales.put(source, of(its)));
        return scales;
    }

    private static VoteScale of(List<Title> titles) {
        List<Title> voted =
                titles.stream().filter(title -> title.voteCount() > 0).toList();
        double[] counts = voted.stream().mapToDouble(Title::voteCount).sorted().toArray();
        double mean = voted.stream().mapToDouble(Title::voteAverage).average().orElse(UNKNOWN_MEAN);
        double highest = titles.stream().mapToDouble(Title::popularity).max().orElse(0);
        return new VoteScale(mean, counts.length == 0 ? 1 : counts[counts.length / 2], highest > 0 ? highest : 1);
    }

    /**
     * The mean vote shrunk towards the mean of all titles, so that a few enthusiastic votes do not win: (v R + m C) / (v + m)
     * with m the median number of votes.
     */
    double weighted(Title title) {
        return (title.voteCount() * title.voteAverage() + medianVotes * meanVote) / (title.voteCount() + medianVotes);
    }
}

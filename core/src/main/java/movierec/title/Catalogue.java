package movierec.title;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All titles at one moment, in memory, with the orders that lists and candidates are drawn from. Titles are dense title
 * indexes, 0 to {@link #size()} - 1. Immutable and thread-safe; a change makes a new catalogue.
 */
public final class Catalogue {
    private final long version;
    private final Title[] titles;
    private final Map<TitleId, Integer> indexById;
    private final double[] weightedVotes;
    private final double[] popularityRanks;
    private final int[] byPopularity;
    private final int[] byQuality;
    private final Map<Genre, int[]> byGenre;
    private final double medianVotes;
    private final Set<String> offerRegions;

    /** @param version of the store that the titles were read from, see {@link TitleStore#version} */
    public Catalogue(Collection<Title> all, long version) {
        this.version = version;
        titles = all.toArray(Title[]::new);
        indexById = new HashMap<>(titles.length * 2);
        for (int titleIndex = 0; titleIndex < titles.length; titleIndex++) {
            indexById.put(titles[titleIndex].id(), titleIndex);
        }
        double[] counts = Arrays.stream(titles)
                .mapToDouble(Title::voteCount)
                .filter(c -> c > 0)
                .sorted()
                .toArray();
        medianVotes = counts.length == 0 ? 1 : counts[counts.length / 2];
        weightedVotes = weightVotes();
        byPopularity = order(Comparator.comparingDouble(titleIndex -> -titles[titleIndex].popularity()));
        popularityRanks = ranks(byPopularity);
        byQuality = order(Comparator.comparingDouble(titleIndex -> -quality(titleIndex)));
        byGenre = groupByGenre();
        offerRegions = Arrays.stream(titles)
                .flatMap(title -> title.offers().stream())
                .map(WatchOffer::region)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The mean vote shrunk towards the mean of all titles, so that a few enthusiastic votes do not win: (v R + m C) / (v + m)
     * with m the median number of votes.
     */
    private double[] weightVotes() {
        double mean = Arrays.stream(titles)
                .filter(title -> title.voteCount() > 0)
                .mapToDouble(Title::voteAverage)
                .average()
                .orElse(6);
        return Arrays.stream(titles)
                .mapToDouble(title -> (title.voteCount() * title.voteAverage() + medianVotes * mean)
                        / (title.voteCount() + medianVotes))
                .toArray();
    }

    private int[] order(Comparator<Integer> comparator) {
        Comparator<Integer> total = comparator.thenComparing(titleIndex -> titles[titleIndex].id());
        return IntStream.range(0, titles.length)
                .boxed()
                .sorted(total)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] ranks(int[] bestFirst) {
        double[] ranks = new double[bestFirst.length];
        for (int position = 0; position < bestFirst.length; position++) {
            ranks[bestFirst[position]] = 1 - (double) position / bestFirst.length;
        }
        return ranks;
    }

    private Map<Genre, int[]> groupByGenre() {
        Map<Genre, List<Integer>> lists = new EnumMap<>(Genre.class);
        for (int titleIndex : byQuality) {
            for (Genre taste : Genre.tastesOf(titles[titleIndex].genres())) {
                lists.computeIfAbsent(taste, genre -> new ArrayList<>()).add(titleIndex);
            }
        }
        Map<Genre, int[]> grouped = new EnumMap<>(Genre.class);
        lists.forEach((genre, list) ->
                grouped.put(genre, list.stream().mapToInt(Integer::intValue).toArray()));
        return grouped;
    }

    /** Which state of the store this is. */
    public long version() {
        return version;
    }

    public int size() {
        return titles.length;
    }

    public Title title(int titleIndex) {
        return titles[titleIndex];
    }

    /** The title's index, or -1 when the catalogue does not have it. */
    public int indexOf(TitleId titleId) {
        return indexById.getOrDefault(titleId, -1);
    }

    public Optional<Title> find(TitleId titleId) {
        int titleIndex = indexOf(titleId);
        return titleIndex < 0 ? Optional.empty() : Optional.of(titles[titleIndex]);
    }

    /** The vote to rank by, 0 to 10: the mean vote, less trusted the fewer votes there are. */
    public double weightedVote(int titleIndex) {
        return weightedVotes[titleIndex];
    }

    /** Share of titles that are less popular or equal, above 0 to 1. */
    public double popularityRank(int titleIndex) {
        return popularityRanks[titleIndex];
    }

    /** How good a title is held to be by everybody, 0 to 1: three parts votes, one part popularity. */
    public double quality(int titleIndex) {
        double votes = Math.clamp((weightedVotes[titleIndex] - 5) / 4, 0, 1);
        return 0.75 * votes + 0.25 * popularityRanks[titleIndex];
    }

    /** Title indexes, most popular first. Not to be changed. */
    public int[] byPopularity() {
        return byPopularity;
    }

    /** Title indexes, best quality first. Not to be changed. */
    public int[] byQuality() {
        return byQuality;
    }

    /** Title indexes of a taste genre, best quality first. Not to be changed. */
    public int[] byGenre(Genre taste) {
        return byGenre.getOrDefault(taste, new int[0]);
    }

    /** The median number of votes of titles that have any. */
    public double medianVotes() {
        return medianVotes;
    }

    /** Where watch offers are known, by ISO 3166-1 code. */
    public Set<String> offerRegions() {
        return offerRegions;
    }

    /** Every title, in the order of the indexes. */
    public List<Title> all() {
        return List.of(titles);
    }
}

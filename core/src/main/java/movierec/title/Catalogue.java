package movierec.title;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private final VoteScale[] scales;
    private final List<StoredList> lists;
    private final Instant expiresAt;
    private final Set<String> offerRegions;

    /** A catalogue whose sources keep no lists. */
    public Catalogue(Collection<Title> all, long version) {
        this(all, List.of(), version);
    }

    /**
     * @param lists as their sources gave them
     * @param version of the store that both were read from, see {@link TitleStore#version}
     */
    public Catalogue(Collection<Title> all, List<StoredList> lists, long version) {
        titles = all.toArray(Title[]::new);
        this.lists = List.copyOf(lists);
        indexById = new HashMap<>(titles.length * 2);
        for (int titleIndex = 0; titleIndex < titles.length; titleIndex++) {
            indexById.put(titles[titleIndex].id(), titleIndex);
        }
        Map<String, VoteScale> scaleBySource = VoteScale.of(titles);
        scales = Arrays.stream(titles)
                .map(title -> Objects.requireNonNull(scaleBySource.get(title.votesSource())))
                .toArray(VoteScale[]::new);
        weightedVotes = IntStream.range(0, titles.length)
                .mapToDouble(titleIndex -> scales[titleIndex].weighted(titles[titleIndex]))
                .toArray();
        popularityRanks = ranksWithinSources();
        byPopularity = order(Comparator.comparingDouble(titleIndex -> -popularityRanks[titleIndex]));
        byQuality = order(Comparator.comparingDouble(titleIndex -> -quality(titleIndex)));
        byGenre = groupByGenre();
        expiresAt = earliestExpiry();
        this.version = stateOf(version, expiresAt);
        offerRegions = Arrays.stream(titles)
                .flatMap(title -> title.offers().stream())
                .map(WatchOffer::region)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Instant earliestExpiry() {
        Stream<Instant> ofTitles =
                Arrays.stream(titles).map(title -> SourceTerms.expiry(title.source(), title.fetchedAt()));
        Stream<Instant> ofLists = lists.stream().map(list -> SourceTerms.expiry(list.source(), list.fetchedAt()));
        return Stream.concat(ofTitles, ofLists).min(Comparator.naturalOrder()).orElse(Instant.MAX);
    }

    /** Facts that reach their legal age make another state of the same version; multiplied, neighbours never meet. */
    private static long stateOf(long version, Instant expiresAt) {
        return expiresAt.equals(Instant.MAX) ? version : version * 0x9E3779B97F4A7C15L + expiresAt.toEpochMilli();
    }

    private int[] order(Comparator<Integer> comparator) {
        Comparator<Integer> total = comparator.thenComparing(titleIndex -> titles[titleIndex].id());
        return IntStream.range(0, titles.length)
                .boxed()
                .sorted(total)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double[] ranksWithinSources() {
        Map<String, Integer> sizes = new HashMap<>();
        for (Title title : titles) {
            sizes.merge(title.votesSource(), 1, Integer::sum);
        }
        Map<String, Integer> positions = new HashMap<>();
        double[] ranks = new double[titles.length];
        for (int titleIndex : order(Comparator.comparingDouble(titleIndex -> -titles[titleIndex].popularity()))) {
            String source = titles[titleIndex].votesSource();
            int position = positions.merge(source, 1, Integer::sum) - 1;
            ranks[titleIndex] = 1 - (double) position / sizes.getOrDefault(source, 1);
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

    /** Which state of the store this is; also changes when facts were left out for their age. */
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

    /** Share of titles that are less popular or equal, above 0 to 1, among those with votes of the same source. */
    public double popularityRank(int titleIndex) {
        return popularityRanks[titleIndex];
    }

    /** How good a title is held to be by everybody, 0 to 1: three parts votes, one part popularity. */
    public double quality(int titleIndex) {
        double votes = Math.clamp((weightedVotes[titleIndex] - 5) / 4, 0, 1);
        return 0.75 * votes + 0.25 * popularityRanks[titleIndex];
    }

    /** Title indexes, most popular first by {@link #popularityRank}. Not to be changed. */
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

    /** The median number of votes among the titles with votes of the same source as this one. */
    public double medianVotes(int titleIndex) {
        return scales[titleIndex].medianVotes();
    }

    /** A title's popularity as a share of the highest of its votes' source. */
    double relativePopularity(int titleIndex) {
        return titles[titleIndex].popularity() / scales[titleIndex].maxPopularity();
    }

    /** The lists as their sources gave them. */
    public List<StoredList> lists() {
        return lists;
    }

    /** From then on something here must not be served any more; {@link Instant#MAX} when there is no such moment. */
    public Instant expiresAt() {
        return expiresAt;
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

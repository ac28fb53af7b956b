package movierec.title;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Draws the lists that everybody sees from a catalogue. Thresholds are relative to the catalogue's own votes, since catalogues
 * differ in how many votes a title has.
 */
public final class CatalogueLists {
    /** By how much a title's popularity fades with each year of its age. */
    private static final double FADE_PER_YEAR = 0.93;

    private static final double GEM_MIN_VOTE = 7.2;
    private static final double ACCLAIMED_MIN_VOTE = 7.8;

    private final Catalogue catalogue;
    private final int thisYear;

    public CatalogueLists(Catalogue catalogue, int thisYear) {
        this.catalogue = catalogue;
        this.thisYear = thisYear;
    }

    /** Titles of the list that pass the filter, in its order. */
    public List<Title> list(ListType type, Predicate<Title> filter) {
        return switch (type) {
            case POPULAR -> titles(IntStream.of(catalogue.byPopularity()), filter);
            case TOP_RATED -> byVote(filter.and(title -> title.voteCount() >= catalogue.medianVotes() / 2));
            case AWARD_WINNING ->
                byVote(filter.and(title ->
                        title.voteAverage() >= ACCLAIMED_MIN_VOTE && title.voteCount() >= catalogue.medianVotes()));
            case HIDDEN_GEMS -> byVote(filter.and(this::isGem));
            case TRENDING ->
                titles(sorted(Comparator.comparingDouble(titleIndex -> -freshPopularity(titleIndex))), filter);
        };
    }

    /** The best titles of a genre. */
    public List<Title> genre(Genre genre, Predicate<Title> filter) {
        Predicate<Title> wanted = filter.and(title -> genre.tastes().stream()
                .allMatch(taste -> Genre.tastesOf(title.genres()).contains(taste)));
        return titles(IntStream.of(catalogue.byQuality()), wanted);
    }

    private boolean isGem(Title title) {
        return title.voteAverage() >= GEM_MIN_VOTE
                && title.voteCount() > 0
                && title.voteCount() < catalogue.medianVotes();
    }

    private double freshPopularity(int titleIndex) {
        Title title = catalogue.title(titleIndex);
        return title.popularity() * Math.pow(FADE_PER_YEAR, Math.max(0, thisYear - title.year()));
    }

    private List<Title> byVote(Predicate<Title> filter) {
        return titles(sorted(Comparator.comparingDouble(titleIndex -> -catalogue.weightedVote(titleIndex))), filter);
    }

    private IntStream sorted(Comparator<Integer> comparator) {
        return IntStream.range(0, catalogue.size()).boxed().sorted(comparator).mapToInt(Integer::intValue);
    }

    private List<Title> titles(IntStream titleIndexes, Predicate<Title> filter) {
        return titleIndexes.mapToObj(catalogue::title).filter(filter).toList();
    }
}

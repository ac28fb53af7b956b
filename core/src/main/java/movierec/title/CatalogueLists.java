package movierec.title;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Draws the lists that everybody sees from a catalogue: what its sources list comes first, also while a newer list is wanted,
 * and what the votes tell fills up. Thresholds are relative to the votes of a title's own source, since sources differ in how
 * many votes a title has.
 */
public final class CatalogueLists {
    /** By how much a title's popularity fades with each year of its age. */
    private static final double FADE_PER_YEAR = 0.93;

    private static final double GEM_MIN_VOTE = 7.2;
    private static final double ACCLAIMED_MIN_VOTE = 7.8;

    /** Whose title comes first among those of the same place. */
    private static final List<ListScope> PRECEDENCE = List.of(ListScope.MIXED, ListScope.MOVIE, ListScope.TV);

    private final Catalogue catalogue;
    private final int thisYear;

    public CatalogueLists(Catalogue catalogue, int thisYear) {
        this.catalogue = catalogue;
        this.thisYear = thisYear;
    }

    /** Titles of the list that pass the filter: those its sources named, in their order, then what the votes tell. */
    public List<Title> list(ListType type, Predicate<Title> filter) {
        return titles(storedFirst(key -> key.type().equals(Optional.of(type)), computed(type)), filter);
    }

    /** The best titles of a genre, those its sources named first. */
    public List<Title> genre(Genre genre, Predicate<Title> filter) {
        Set<Genre> tastes = genre.tastes();
        Predicate<ListKey> overlaps = key -> key.genre()
                .filter(its -> !Collections.disjoint(its.tastes(), tastes))
                .isPresent();
        Predicate<Title> wanted =
                filter.and(title -> Genre.tastesOf(title.genres()).containsAll(tastes));
        return titles(storedFirst(overlaps, IntStream.of(catalogue.byQuality())), wanted);
    }

    private IntStream storedFirst(Predicate<ListKey> wanted, IntStream computed) {
        List<StoredList> stored = catalogue.lists().stream()
                .filter(list -> wanted.test(list.key()))
                .sorted(Comparator.comparingInt(
                        list -> PRECEDENCE.indexOf(list.key().scope())))
                .toList();
        return stored.isEmpty()
                ? computed
                : IntStream.concat(interleaved(stored), computed).distinct();
    }

    /** The first place of each list, then the second of each, and so on. */
    private IntStream interleaved(List<StoredList> lists) {
        int longest =
                lists.stream().mapToInt(list -> list.titles().size()).max().orElse(0);
        return IntStream.range(0, longest)
                .boxed()
                .flatMap(place -> lists.stream()
                        .filter(list -> place < list.titles().size())
                        .map(list -> list.titles().get(place)))
                .mapToInt(catalogue::indexOf)
                .filter(titleIndex -> titleIndex >= 0);
    }

    private IntStream computed(ListType type) {
        return switch (type) {
            case POPULAR -> IntStream.of(catalogue.byPopularity());
            case TOP_RATED -> byVote(titleIndex -> votes(titleIndex) >= catalogue.medianVotes(titleIndex) / 2);
            case AWARD_WINNING ->
                byVote(titleIndex -> catalogue.title(titleIndex).voteAverage() >= ACCLAIMED_MIN_VOTE
                        && votes(titleIndex) >= catalogue.medianVotes(titleIndex));
            case HIDDEN_GEMS -> byVote(this::isGem);
            case TRENDING -> sorted(Comparator.comparingDouble(titleIndex -> -freshPopularity(titleIndex)));
        };
    }

    private int votes(int titleIndex) {
        return catalogue.title(titleIndex).voteCount();
    }

    private boolean isGem(int titleIndex) {
        return catalogue.title(titleIndex).voteAverage() >= GEM_MIN_VOTE
                && votes(titleIndex) > 0
                && votes(titleIndex) < catalogue.medianVotes(titleIndex);
    }

    private double freshPopularity(int titleIndex) {
        int age = Math.max(0, thisYear - catalogue.title(titleIndex).year());
        return catalogue.relativePopularity(titleIndex) * Math.pow(FADE_PER_YEAR, age);
    }

    private IntStream byVote(IntPredicate isWanted) {
        return sorted(Comparator.comparingDouble(titleIndex -> -catalogue.weightedVote(titleIndex)))
                .filter(isWanted);
    }

    private IntStream sorted(Comparator<Integer> comparator) {
        return IntStream.range(0, catalogue.size()).boxed().sorted(comparator).mapToInt(Integer::intValue);
    }

    private List<Title> titles(IntStream titleIndexes, Predicate<Title> filter) {
        return titleIndexes.mapToObj(catalogue::title).filter(filter).toList();
    }
}

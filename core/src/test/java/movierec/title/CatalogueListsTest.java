package movierec.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueListsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final int THIS_YEAR = 2026;
    private static final Predicate<Title> ALL = title -> true;

    private static Title title(TitleId id, double popularity, Genre... genres) {
        return Title.builder(id, "Title " + id)
                .genres(List.of(genres))
                .popularity(popularity)
                .votes(7, 10)
                .source("sample", NOW)
                .build();
    }

    private static Title movie(int number, double popularity, Genre... genres) {
        return title(TitleId.movie(number), popularity, genres);
    }

    private static Title show(int number, double popularity, Genre... genres) {
        return title(TitleId.tv(number), popularity, genres);
    }

    private static StoredList stored(ListKey key, TitleId... titles) {
        return new StoredList(key, "sample", List.of(titles), NOW, NOW.minusSeconds(1));
    }

    private static ListKey popular(ListScope scope) {
        return ListKey.of(ListType.POPULAR, scope);
    }

    private static CatalogueLists lists(List<Title> titles, StoredList... stored) {
        return new CatalogueLists(new Catalogue(titles, Arrays.asList(stored), 1), THIS_YEAR);
    }

    private static List<String> ids(List<Title> titles) {
        return titles.stream().map(title -> title.id().toString()).toList();
    }

    private static final List<Title> FOUR_AND_FOUR = List.of(
            movie(1, 80), movie(2, 70), movie(3, 60), movie(4, 50), show(1, 40), show(2, 30), show(3, 20), show(4, 10));

    @Test
    void withoutStoredListsTheVotesTell() {
        CatalogueLists lists = lists(FOUR_AND_FOUR);

        assertThat(ids(lists.list(ListType.POPULAR, ALL)))
                .containsExactly("movie:1", "movie:2", "movie:3", "movie:4", "tv:1", "tv:2", "tv:3", "tv:4");
    }

    @Test
    void aStoredListComesFirstInItsOrderAndTheVotesFillUpWithoutRepeating() {
        CatalogueLists lists = lists(
                FOUR_AND_FOUR,
                stored(popular(ListScope.MOVIE), TitleId.movie(4), TitleId.movie(999), TitleId.movie(2)));

        assertThat(ids(lists.list(ListType.POPULAR, ALL)))
                .containsExactly("movie:4", "movie:2", "movie:1", "movie:3", "tv:1", "tv:2", "tv:3", "tv:4");
    }

    @Test
    void listsOfSeveralScopesTakeTurnsMixedOnesFirst() {
        CatalogueLists lists = lists(
                FOUR_AND_FOUR,
                stored(popular(ListScope.MOVIE), TitleId.movie(4), TitleId.movie(3), TitleId.movie(2)),
                stored(popular(ListScope.TV), TitleId.tv(4), TitleId.tv(3)),
                stored(popular(ListScope.MIXED), TitleId.tv(1), TitleId.movie(4)));

        assertThat(ids(lists.list(ListType.POPULAR, ALL)))
                .containsExactly("tv:1", "movie:4", "tv:4", "movie:3", "tv:3", "movie:2", "movie:1", "tv:2");
    }

    @Test
    void aListBelongsToItsTypeOnly() {
        CatalogueLists lists = lists(
                FOUR_AND_FOUR, stored(ListKey.of(ListType.TRENDING, ListScope.MIXED), TitleId.tv(4), TitleId.movie(4)));

        assertThat(ids(lists.list(ListType.TRENDING, ALL))).startsWith("tv:4", "movie:4", "movie:1");
        assertThat(ids(lists.list(ListType.POPULAR, ALL))).startsWith("movie:1", "movie:2");
    }

    @Test
    void theFilterHoldsForStoredTitlesToo() {
        CatalogueLists lists = lists(FOUR_AND_FOUR, stored(popular(ListScope.MIXED), TitleId.movie(4), TitleId.tv(4)));

        assertThat(ids(lists.list(ListType.POPULAR, title -> title.id().type() == MediaType.TV)))
                .containsExactly("tv:4", "tv:1", "tv:2", "tv:3");
    }

    @Test
    void storedTitlesNeedNotMeetTheThresholdsOfOurOwnLists() {
        CatalogueLists lists =
                lists(FOUR_AND_FOUR, stored(ListKey.of(ListType.HIDDEN_GEMS, ListScope.TV), TitleId.tv(2)));

        assertThat(ids(lists.list(ListType.HIDDEN_GEMS, ALL))).containsExactly("tv:2");
    }

    @Test
    void aShowsJoinedGenreBelongsToTheGenresItJoins() {
        Title space = movie(1, 90, Genre.SCIENCE_FICTION);
        Title elves = movie(2, 80, Genre.FANTASY);
        Title series = show(1, 10, Genre.SCI_FI_FANTASY);
        Title other = show(2, 5, Genre.SCI_FI_FANTASY);
        Title drama = show(3, 99, Genre.DRAMA);
        CatalogueLists lists = lists(
                List.of(space, elves, series, other, drama),
                stored(ListKey.of(Genre.SCI_FI_FANTASY, ListScope.TV), other.id(), series.id(), drama.id()),
                stored(ListKey.of(Genre.FANTASY, ListScope.MOVIE), elves.id()));

        assertThat(lists.genre(Genre.SCIENCE_FICTION, ALL)).containsExactly(other, series, space);
        assertThat(lists.genre(Genre.FANTASY, ALL)).containsExactly(elves, other, series);
        assertThat(lists.genre(Genre.SCI_FI_FANTASY, ALL)).containsExactly(other, series);
        assertThat(lists.genre(Genre.DRAMA, ALL)).containsExactly(drama);
    }

    @Test
    void gemsAndAcclaimedTitlesAreThoseOfTheirOwnSourcesAudience() {
        List<Title> both = Stream.of("sample", "tmdb")
                .flatMap(source -> {
                    int scale = source.equals("tmdb") ? 1000 : 1;
                    int first = source.equals("tmdb") ? 100 : 0;
                    return Stream.of(
                            voted(first + 1, source, 8.5, 2 * scale),
                            voted(first + 2, source, 8.5, 10 * scale),
                            voted(first + 3, source, 8.5, 50 * scale));
                })
                .toList();
        CatalogueLists lists = lists(both);

        assertThat(ids(lists.list(ListType.HIDDEN_GEMS, ALL))).containsExactlyInAnyOrder("movie:1", "movie:101");
        assertThat(ids(lists.list(ListType.AWARD_WINNING, ALL)))
                .containsExactlyInAnyOrder("movie:2", "movie:3", "movie:102", "movie:103");
        assertThat(ids(lists.list(ListType.TOP_RATED, ALL)))
                .containsExactlyInAnyOrder("movie:2", "movie:3", "movie:102", "movie:103");
    }

    @Test
    void aLargeScaleOfPopularityDoesNotTakeOverWhatIsTrending() {
        Title sample = movie(1, 9);
        Title tmdb = movie(2, 4000).toBuilder().source("tmdb", NOW).build();
        Title tmdbBest = movie(3, 9000).toBuilder().source("tmdb", NOW).build();

        assertThat(lists(List.of(tmdb, sample, tmdbBest)).list(ListType.TRENDING, ALL))
                .containsExactly(sample, tmdbBest, tmdb);
    }

    private static Title voted(int number, String source, double average, int votes) {
        return Title.builder(TitleId.movie(number), "Title " + number)
                .votes(average, votes)
                .source(source, NOW)
                .build();
    }
}

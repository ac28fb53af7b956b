package movierec.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleSearch;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class FusedSearchTest {
    private static final TitleId A = TitleId.movie(1);
    private static final TitleId B = TitleId.movie(2);
    private static final TitleId C = TitleId.tv(3);
    private static final TitleId D = TitleId.tv(4);

    /** Finds the same for every text. */
    private static TitleSearch words(List<TitleId> full, List<TitleId> partial) {
        return new TitleSearch() {
            @Override
            public void rebuild(Collection<Title> titles) {}

            @Override
            public Matches match(String text, int limit) {
                return new Matches(
                        full.stream().limit(limit).toList(),
                        partial.stream().limit(limit).toList());
            }
        };
    }

    private static FusedSearch search(List<TitleId> full, List<TitleId> partial, List<TitleId> meant) {
        MeaningSearch meaning = (text, limit, filter) ->
                meant.stream().filter(filter).limit(limit).toList();
        return new FusedSearch(words(full, partial), meaning);
    }

    private static final Predicate<TitleId> ALL = titleId -> true;

    @Test
    void findsNothingWhereNobodyDoes() {
        assertThat(search(List.of(), List.of(), List.of()).search("x", 10, ALL)).isEmpty();
        assertThat(search(List.of(A), List.of(), List.of(B)).search("x", 0, ALL))
                .isEmpty();
    }

    @Test
    void whoTypesANameMeansTheName() {
        assertThat(search(List.of(A, B), List.of(), List.of(B, C)).search("x", 10, ALL))
                .containsExactly(A, B, C);
    }

    @Test
    void asksForNoMeaningWhereTheWordsFillTheList() {
        FusedSearch search = new FusedSearch(words(List.of(A, B), List.of()), (text, limit, filter) -> {
            throw new AssertionError("asked for " + text);
        });

        assertThat(search.search("x", 2, ALL)).containsExactly(A, B);
    }

    @Test
    void whatBothFindComesBeforeWhatOneFinds() {
        // 1/62 + 1/63 > 1/61: B is nowhere first and yet the best.
        assertThat(search(List.of(), List.of(A, B), List.of(C, D, B)).search("x", 10, ALL))
                .containsExactly(B, A, C, D);
    }

    @Test
    void aFilterHoldsForBothAndMovesTheOthersUp() {
        assertThat(search(List.of(A), List.of(B, C), List.of(D, B))
                        .search("x", 10, titleId -> titleId != A && titleId != D))
                .containsExactly(B, C);
    }

    @Provide
    Arbitrary<List<TitleId>> lists() {
        return Arbitraries.integers()
                .between(1, 12)
                .map(TitleId::movie)
                .list()
                .uniqueElements()
                .ofMaxSize(8);
    }

    @Property
    void losesNothingInventsNothingRepeatsNothing(
            @ForAll("lists") List<TitleId> full,
            @ForAll("lists") List<TitleId> partial,
            @ForAll("lists") List<TitleId> meant) {
        List<TitleId> found = search(full, partial, meant).search("x", 100, ALL);

        assertThat(found).doesNotHaveDuplicates();
        assertThat(found.subList(0, full.size())).isEqualTo(full);
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Stream.of(full, partial, meant)
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
    }

    @Property
    void aBetterPlaceInAListNeverHarms(@ForAll("lists") List<TitleId> first, @ForAll("lists") List<TitleId> second) {
        List<TitleId> fused = FusedSearch.fuse(first, second);

        for (int better = 0; better < first.size(); better++) {
            for (int worse = better + 1; worse < first.size(); worse++) {
                boolean isAlsoBetterThere = place(second, first.get(better)) <= place(second, first.get(worse));
                if (isAlsoBetterThere) {
                    assertThat(fused.indexOf(first.get(better))).isLessThan(fused.indexOf(first.get(worse)));
                }
            }
        }
    }

    private static int place(List<TitleId> list, TitleId titleId) {
        int place = list.indexOf(titleId);
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}

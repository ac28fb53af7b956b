package movierec.recommend;

import static movierec.recommend.SmallWorld.ANN;
import static movierec.recommend.SmallWorld.FIRST_FAMILY_MOVIE;
import static movierec.recommend.SmallWorld.FIRST_SPACE_SHOW;
import static movierec.recommend.SmallWorld.HEAT;
import static movierec.recommend.SmallWorld.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import movierec.identity.UserId;
import movierec.model.FoldedIn;
import movierec.recommend.FoldInCache.FoldIns;
import movierec.taste.EventKind;
import movierec.testkit.recommend.CountingModel;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

class FoldInCacheTest {
    /** The whole history, and its latest titles. */
    private static final int PER_HISTORY = 2;

    private static final UserId BOB = new UserId("bob");

    private final SmallWorld world = new SmallWorld();
    private final CountingModel model = new CountingModel(world.model.orElseThrow());
    private ServingState state;

    FoldInCacheTest() {
        world.model = Optional.of(model);
        state = world.state();
    }

    @Test
    void answersBetweenTwoEventsFoldInOnce() {
        world.did(EventKind.FAVOURITE, HEAT);

        list(WhatIf.NOTHING);
        list(WhatIf.NOTHING);
        recommend().recommend(new Ask(ANN, Profile.TASTE, MediaFilter.MOVIE, 3, Dials.DEFAULT, WhatIf.NOTHING));
        new HomePage(recommend(), new SimilarTitles(() -> state), world.tastes, () -> state, () -> world.now)
                .build(ANN, 5);

        assertThat(model.foldIns()).isEqualTo(PER_HISTORY);
    }

    @Test
    void theAnswerAfterAnEventIsThatOfAnEmptyCache() {
        world.did(EventKind.FAVOURITE, HEAT);
        List<TitleId> before = list(WhatIf.NOTHING);

        world.did(EventKind.FAVOURITE, FIRST_SPACE_SHOW);
        List<TitleId> after = list(WhatIf.NOTHING);

        assertThat(model.foldIns()).isEqualTo(2 * PER_HISTORY);
        assertThat(after).isNotEqualTo(before).isEqualTo(ids(world.list(8)));
    }

    @Test
    void anAssumedHistoryIsNeitherTakenFromTheCacheNorKept() {
        world.did(EventKind.FAVOURITE, HEAT);
        WhatIf family = new WhatIf(Set.of(), List.of(FIRST_FAMILY_MOVIE), List.of(), stored -> stored);
        List<TitleId> stored = list(WhatIf.NOTHING);

        List<TitleId> assumed = list(family);

        assertThat(assumed).isNotEqualTo(stored).isEqualTo(ids(world.list(8, Dials.DEFAULT, family)));
        assertThat(list(WhatIf.NOTHING)).isEqualTo(stored);
    }

    @Test
    void anotherModelFoldsInAnew() {
        world.did(EventKind.FAVOURITE, HEAT);
        list(WhatIf.NOTHING);
        CountingModel other = new CountingModel(model);

        state = state.withModel(Optional.of(other), "other");
        list(WhatIf.NOTHING);

        assertThat(other.foldIns()).isEqualTo(PER_HISTORY);
    }

    @Test
    void anotherCatalogueKeepsTheFoldIns() {
        world.did(EventKind.FAVOURITE, HEAT);
        list(WhatIf.NOTHING);

        state = state.withCatalogue(state.catalogue());
        list(WhatIf.NOTHING);

        assertThat(model.foldIns()).isEqualTo(PER_HISTORY);
    }

    @Test
    void theLeastRecentlyUsedMakesRoom() {
        FoldInCache cache = new FoldInCache(2);
        FoldIns first = foldIns();
        cache.get(new TasteVersion(ANN, 1), () -> first);
        cache.get(new TasteVersion(BOB, 1), FoldInCacheTest::foldIns);
        cache.get(new TasteVersion(ANN, 1), FoldInCacheTest::foldIns);

        cache.get(new TasteVersion(new UserId("carl"), 1), FoldInCacheTest::foldIns);

        FoldIns again = foldIns();
        assertThat(cache.get(new TasteVersion(ANN, 1), FoldInCacheTest::foldIns))
                .isSameAs(first);
        assertThat(cache.get(new TasteVersion(BOB, 1), () -> again)).isSameAs(again);
    }

    @Test
    void aSlowAnswerOfAnOlderTasteDoesNotDisplaceTheNewer() {
        FoldInCache cache = new FoldInCache(2);
        FoldIns newer = foldIns();
        FoldIns older = foldIns();

        FoldIns slow = cache.get(new TasteVersion(ANN, 1), () -> {
            cache.get(new TasteVersion(ANN, 2), () -> newer);
            return older;
        });

        assertThat(slow).isSameAs(older);
        assertThat(cache.get(new TasteVersion(ANN, 2), FoldInCacheTest::foldIns))
                .isSameAs(newer);
    }

    private static FoldIns foldIns() {
        return new FoldIns(FoldedIn.NOTHING, FoldedIn.NOTHING);
    }

    private RecommendTitles recommend() {
        ServingState current = state;
        return new RecommendTitles(
                world.tastes,
                world.tastes,
                () -> current,
                world.live,
                () -> world.now,
                PipelineMeter.NONE,
                world.showWatchlist);
    }

    private List<TitleId> list(WhatIf whatIf) {
        return ids(recommend().recommend(new Ask(ANN, Profile.BLEND, MediaFilter.BOTH, 8, Dials.DEFAULT, whatIf)));
    }
}

package movierec.recommend;

import static movierec.recommend.SmallWorld.ANN;
import static movierec.recommend.SmallWorld.COLLATERAL;
import static movierec.recommend.SmallWorld.FIRST_FAMILY_MOVIE;
import static movierec.recommend.SmallWorld.HEAT;
import static movierec.recommend.SmallWorld.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import movierec.identity.UserId;
import movierec.taste.BatchList;
import movierec.taste.BatchListStore;
import movierec.taste.EventKind;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

/** What a node answers that has no model in memory, but the lists of the last training. */
class StoredBatchTest {
    private static final Dials OFF = new Dials(0, 0, "", 0);

    private final SmallWorld world =
            new SmallWorld().did(EventKind.FAVOURITE, HEAT).did(EventKind.WATCHED, FIRST_FAMILY_MOVIE);
    private final String version = world.state().modelVersion();

    private void computeAndLoseTheModel() {
        new PrecomputeBatch(world.tastes, world.tastes, world.tastes)
                .run(world.state(), Instant.EPOCH, (done, total) -> {});
        world.model = Optional.empty();
        world.promoted = version;
    }

    @Test
    void answersAsTheModelWould() {
        Recommendations folded = world.list(15, OFF, WhatIf.NOTHING);
        computeAndLoseTheModel();

        Recommendations stored = world.list(15, OFF, WhatIf.NOTHING);

        // The order may differ a little: the realtime layer uses the model too, where there is one.
        assertThat(batchParts(stored)).isEqualTo(batchParts(folded));
        assertThat(stored.stage()).isEqualTo(Stage.BLEND);
        assertThat(stored.degraded()).isFalse();
        assertThat(stored.modelVersion()).isEqualTo(version);
    }

    private static Map<TitleId, Double> batchParts(Recommendations list) {
        return list.titles().stream()
                .collect(Collectors.toMap(
                        one -> one.title().id(), one -> one.parts().batch()));
    }

    @Test
    void reactsToWhatTheUserDidSinceButSaysThatItIsDegraded() {
        computeAndLoseTheModel();
        assertThat(ids(world.list(5))).contains(COLLATERAL);

        world.did(EventKind.DISMISSED, COLLATERAL);
        Recommendations list = world.list(5);

        assertThat(ids(list)).doesNotContain(COLLATERAL);
        assertThat(list.stage()).isEqualTo(Stage.BLEND);
        assertThat(list.degraded()).isTrue();
    }

    @Test
    void anOlderModelsListIsBetterThanNone() {
        computeAndLoseTheModel();
        world.promoted = "newer";

        Recommendations list = world.list(5);

        assertThat(list.stage()).isEqualTo(Stage.BLEND);
        assertThat(list.degraded()).isTrue();
        assertThat(list.modelVersion()).isEqualTo(version);
    }

    @Test
    void aListIsNotUsedForAnotherHistoryThanItsOwn() {
        computeAndLoseTheModel();

        WhatIf otherFavourites =
                new WhatIf(Set.of(), List.of(FIRST_FAMILY_MOVIE), List.of(), preferences -> preferences);

        assertThat(world.list(5, OFF, otherFavourites).stage()).isEqualTo(Stage.CONTENT);
    }

    @Test
    void aListIsNotEvenReadWhereThereIsAModel() {
        BatchListStore unreadable = new BatchListStore() {
            @Override
            public void save(Map<UserId, BatchList> lists) {
                throw new IllegalStateException("not asked for");
            }

            @Override
            public Optional<BatchList> find(UserId user) {
                throw new IllegalStateException("not asked for");
            }

            @Override
            public int keepOnly(Set<String> modelVersions) {
                throw new IllegalStateException("not asked for");
            }
        };
        ServingState state = world.state();
        RecommendTitles recommend = new RecommendTitles(
                world.tastes, unreadable, () -> state, LiveSource.NONE, () -> world.now, PipelineMeter.NONE, false);

        assertThat(recommend.recommend(Ask.of(ANN, Profile.BLEND, 5)).titles()).hasSize(5);
    }

    @Test
    void cachedAnswersEndWithTheModelThatShouldServe() {
        computeAndLoseTheModel();
        String before = world.state().version();

        world.promoted = "newer";

        assertThat(world.state().version()).isNotEqualTo(before);
    }
}

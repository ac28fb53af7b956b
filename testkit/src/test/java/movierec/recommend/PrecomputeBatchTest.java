package movierec.recommend;

import static movierec.recommend.SmallWorld.ANN;
import static movierec.recommend.SmallWorld.COLLATERAL;
import static movierec.recommend.SmallWorld.FIRST_FAMILY_MOVIE;
import static movierec.recommend.SmallWorld.HEAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import movierec.identity.UserId;
import movierec.taste.BatchList;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.testkit.recommend.PairModel;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

class PrecomputeBatchTest {
    private static final PrecomputeBatch.Progress QUIET = (done, total) -> {};

    private final SmallWorld world = new SmallWorld();

    private int precompute(PrecomputeBatch.Progress progress) {
        return new PrecomputeBatch(world.tastes, world.tastes, world.tastes)
                .run(world.state(), world.now.minus(Duration.ofDays(90)), progress);
    }

    private static UserId user(int number) {
        return new UserId("user %03d".formatted(number));
    }

    private void manyUsersLikeHeat(int count) {
        for (int number = 0; number < count; number++) {
            world.tastes.record(user(number), List.of(Event.of(HEAT, EventKind.FAVOURITE, world.now)));
        }
    }

    @Test
    void computesWhatServingWouldFoldIn() {
        world.did(EventKind.FAVOURITE, HEAT)
                .did(EventKind.WATCHLIST, FIRST_FAMILY_MOVIE)
                .did(EventKind.FAVOURITE, TitleId.movie(12))
                .did(EventKind.DISMISSED, COLLATERAL);

        assertThat(precompute(QUIET)).isEqualTo(1);

        BatchList list = world.tastes.find(ANN).orElseThrow();
        ServingState state = world.state();
        History history = History.of(world.tastes.load(ANN, Instant.EPOCH).events());
        float[] folded = ModelHistory.scores(history, state);
        assertThat(list.modelVersion()).isEqualTo(state.modelVersion());
        assertThat(list.tasteVersion()).isEqualTo(world.tastes.version(ANN));
        assertThat(list.entries()).hasSizeGreaterThan(15).allSatisfy(entry -> assertThat(entry.score())
                .isEqualTo(folded[state.catalogue().indexOf(entry.titleId())]));
        assertThat(list.entries()).isSortedAccordingTo((one, other) -> Float.compare(other.score(), one.score()));
        assertThat(list.entries())
                .extracting(BatchList.Entry::titleId)
                .contains(FIRST_FAMILY_MOVIE)
                .doesNotContain(HEAT, COLLATERAL, TitleId.movie(12));
    }

    @Test
    void leavesOutWhoDidNothingLately() {
        world.did(EventKind.FAVOURITE, HEAT);
        world.now = world.now.plus(Duration.ofDays(91));
        world.tastes.record(user(1), List.of(Event.of(HEAT, EventKind.FAVOURITE, world.now)));

        assertThat(precompute(QUIET)).isEqualTo(1);

        assertThat(world.tastes.find(ANN)).isEmpty();
        assertThat(world.tastes.find(user(1))).isPresent();
    }

    @Test
    void whoLikesNothingAnyMoreHasAnEmptyList() {
        world.did(EventKind.FAVOURITE, HEAT);
        precompute(QUIET);
        world.did(EventKind.DISMISSED, HEAT);

        precompute(QUIET);

        assertThat(world.tastes.find(ANN))
                .contains(new BatchList(world.state().modelVersion(), world.tastes.version(ANN), List.of()));
    }

    @Test
    void storesNothingWhereNoModelServes() {
        world.did(EventKind.FAVOURITE, HEAT);
        world.model = Optional.empty();

        assertThat(precompute(QUIET)).isZero();

        assertThat(world.tastes.find(ANN)).isEmpty();
    }

    @Test
    void countsEveryUserOnce() {
        manyUsersLikeHeat(300);
        Set<Integer> seen = ConcurrentHashMap.newKeySet();

        int stored = precompute((done, total) -> {
            assertThat(total).isEqualTo(300);
            assertThat(seen.add(done)).isTrue();
        });

        assertThat(stored).isEqualTo(300);
        assertThat(seen).hasSize(300).contains(1, 300);
    }

    @Test
    void anInterruptedRunLeavesTrueListsAndTheNextOneCompletes() {
        manyUsersLikeHeat(600);
        precompute(QUIET);
        String before = world.state().modelVersion();
        world.model = Optional.of(
                new PairModel("newer", world.titles.stream().map(Title::id).toList()).pair(HEAT, COLLATERAL, 1));

        assertThatThrownBy(() -> precompute((done, total) -> {
                    if (done > 300) {
                        throw new IllegalStateException("interrupted");
                    }
                }))
                .hasMessageContaining("interrupted");
        assertThat(modelsOfLists(600)).contains(before, "newer").hasSize(2);
        assertThat(world.tastes.find(user(599)).orElseThrow().entries()).hasSize(9);

        precompute(QUIET);
        assertThat(modelsOfLists(600)).containsExactly("newer");
    }

    private Set<String> modelsOfLists(int users) {
        Set<String> versions = new TreeSet<>();
        for (int number = 0; number < users; number++) {
            versions.add(world.tastes.find(user(number)).orElseThrow().modelVersion());
        }
        return versions;
    }
}

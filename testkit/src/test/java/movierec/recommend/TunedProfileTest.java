package movierec.recommend;

import static movierec.recommend.SmallWorld.ANN;
import static movierec.recommend.SmallWorld.FIRST_SPACE_SHOW;
import static movierec.recommend.SmallWorld.HEAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import movierec.model.CollaborativeModel;
import movierec.model.FoldedIn;
import movierec.model.ModelInfo;
import movierec.taste.EventKind;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TunedProfileTest {
    private static final Dials PLAIN = new Dials(0, 0, "", 0);

    private final SmallWorld world =
            new SmallWorld().did(EventKind.FAVOURITE, HEAT).did(EventKind.FAVOURITE, FIRST_SPACE_SHOW);

    /** The same model, which says what share of the blend it should have. */
    private record Tuned(CollaborativeModel model, double share) implements CollaborativeModel {
        @Override
        public ModelInfo info() {
            return new ModelInfo(
                    "tuned",
                    "pairs",
                    Instant.EPOCH,
                    List.of(),
                    false,
                    0,
                    itemCount(),
                    0,
                    Map.of(),
                    Map.of(ModelInfo.BATCH_SHARE, share));
        }

        @Override
        public int itemCount() {
            return model.itemCount();
        }

        @Override
        public TitleId titleAt(int itemIndex) {
            return model.titleAt(itemIndex);
        }

        @Override
        public int indexOf(TitleId titleId) {
            return model.indexOf(titleId);
        }

        @Override
        public FoldedIn foldIn(int[] historyIndexes, float[] weights) {
            return model.foldIn(historyIndexes, weights);
        }

        @Override
        public List<Neighbour> similar(int itemIndex, int limit) {
            return model.similar(itemIndex, limit);
        }
    }

    private void tuneTo(double share) {
        world.model = Optional.of(new Tuned(world.model.orElseThrow(), share));
    }

    private Recommendations plain(Profile profile) {
        return world.recommend().recommend(new Ask(ANN, profile, MediaFilter.BOTH, 40, PLAIN, WhatIf.NOTHING));
    }

    private static double most(Recommendations list, ToDoubleFunction<Parts> part) {
        return list.titles().stream()
                .mapToDouble(one -> part.applyAsDouble(one.parts()))
                .max()
                .orElseThrow();
    }

    @Test
    void givesTheLayersTheShareThatTheModelTells() {
        tuneTo(0.2);

        Recommendations list = plain(Profile.TUNED);

        assertThat(list.profile()).isEqualTo("tuned");
        assertThat(most(list, Parts::batch)).isCloseTo(20, within(1e-6));
        assertThat(most(list, Parts::realtime)).isCloseTo(80, within(1e-6));
    }

    @Test
    void leavesProfilesThatWereAskedForByName() {
        tuneTo(0.2);

        assertThat(most(plain(Profile.BLEND), Parts::batch)).isCloseTo(70, within(1e-6));
        assertThat(plain(Profile.BLEND).profile()).isEqualTo("blend");
        assertThat(Profile.of("tuned")).contains(Profile.TUNED);
    }

    @Test
    void isTheBlendWhereTheModelTellsNothing() {
        assertThat(plain(Profile.TUNED)).isEqualTo(plain(Profile.BLEND));

        world.model = Optional.empty();
        assertThat(plain(Profile.TUNED)).isEqualTo(plain(Profile.BLEND));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void isTheBlendWhereTheModelTellsNonsense(double share) {
        tuneTo(share);

        assertThat(plain(Profile.TUNED).profile()).isEqualTo("blend");
    }

    /** What is tuned is what is served. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.7, 1})
    void theLayersAreScoredAsThePipelineScoresThem(double share) {
        tuneTo(share);
        ServingState state = world.state();

        LayerBlend layers = LayerBlend.of(world.tastes.load(ANN, world.now).events(), state, world.now);
        float[] scores = layers.scores(share);

        List<Recommendation> served = plain(Profile.TUNED).titles();
        assertThat(served).hasSize(38).allSatisfy(one -> assertThat(
                        100.0 * scores[state.catalogue().indexOf(one.title().id())])
                .isCloseTo(one.score(), within(1e-3)));
        assertThat(scores[state.catalogue().indexOf(HEAT)]).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void withOneLayerMissingTheShareDoesNotMatter() {
        world.model = Optional.empty();

        LayerBlend layers = LayerBlend.of(world.tastes.load(ANN, world.now).events(), world.state(), world.now);

        assertThat(layers.scores(0.1)).containsExactly(layers.scores(0.9), within(1e-6f));
        assertThat(layers.scores(0.1)[world.state().catalogue().indexOf(SmallWorld.COLLATERAL)])
                .isPositive();
    }
}

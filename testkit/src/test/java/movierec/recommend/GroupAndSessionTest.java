package movierec.recommend;

import static movierec.recommend.SmallWorld.ANN;
import static movierec.recommend.SmallWorld.FIRST_FAMILY_MOVIE;
import static movierec.recommend.SmallWorld.HEAT;
import static movierec.recommend.SmallWorld.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import movierec.recommend.RecommendForGroup.Member;
import movierec.recommend.RecommendForGroup.Rule;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.Preferences;
import movierec.testkit.taste.PreferencesBuilder;
import movierec.title.TitleId;
import movierec.title.WatchOffer;
import org.junit.jupiter.api.Test;

class GroupAndSessionTest {
    private final SmallWorld world = new SmallWorld();

    /** Of the world as it is now. */
    private RecommendForGroup group() {
        return new RecommendForGroup(world.recommend(), () -> world.now);
    }

    private Member lover(TitleId... titles) {
        return Member.naming(List.of(titles), Preferences.DEFAULTS, world.now);
    }

    @Test
    void hidesFromAllWhatOneHasSeenOrRefused() {
        Member refuser =
                new Member(List.of(Event.of(TitleId.movie(2), EventKind.DISMISSED, world.now)), Preferences.DEFAULTS);

        for (Rule rule : Rule.values()) {
            assertThat(ids(group().recommend(List.of(lover(HEAT), refuser), rule, MediaFilter.BOTH, 40)))
                    .isNotEmpty()
                    .doesNotContain(HEAT, TitleId.movie(2));
        }
    }

    @Test
    void keepsTheStrictestCapForAll() {
        Preferences capped = new PreferencesBuilder().maxCertification("PG").build();
        Member child = Member.naming(List.of(FIRST_FAMILY_MOVIE), capped, world.now);

        assertThat(group().recommend(List.of(lover(HEAT), child), Rule.AVERAGE, MediaFilter.BOTH, 20)
                        .titles())
                .isNotEmpty()
                .allMatch(one -> one.title().certification().equals("G"));
    }

    @Test
    void givesNobodyTheLastPlaceUnderLeastMisery() {
        Recommendations list = group().recommend(
                        List.of(lover(HEAT), lover(HEAT, FIRST_FAMILY_MOVIE)), Rule.LEAST_MISERY, MediaFilter.BOTH, 3);

        assertThat(list.titles()).hasSize(3).allMatch(one -> one.title().name().startsWith("Crime"));
    }

    @Test
    void recommendsForASessionWithoutKeepingAnything() {
        RecommendForSession session = new RecommendForSession(world.recommend(), () -> world.now);

        Recommendations list =
                session.recommend(List.of(HEAT), Set.of(TitleId.movie(2)), Preferences.DEFAULTS, MediaFilter.MOVIE, 5);

        assertThat(ids(list)).hasSize(5).doesNotContain(HEAT, TitleId.movie(2));
        assertThat(list.titles().getFirst().reasons().getFirst().text()).isEqualTo("Because you loved Crime 1");
        assertThat(world.tastes.version(ANN)).isZero();
    }

    private void offerAtTwoProviders() {
        world.offers(TitleId.movie(2), "DE", WatchOffer.Kind.STREAM, 8, "Streamflix")
                .offers(TitleId.movie(3), "DE", WatchOffer.Kind.STREAM, 8, "Streamflix")
                .offers(TitleId.movie(3), "DE", WatchOffer.Kind.STREAM, 9, "Kinothek")
                .offers(TitleId.movie(4), "DE", WatchOffer.Kind.STREAM, 9, "Kinothek");
    }

    @Test
    void letsASessionSeeOnlyWhatItsProvidersInclude() {
        offerAtTwoProviders();
        RecommendForSession session = new RecommendForSession(world.recommend(), () -> world.now);
        Preferences streamflix =
                new PreferencesBuilder().providers("DE", "streamflix").build();

        assertThat(ids(session.recommend(List.of(HEAT), Set.of(), streamflix, MediaFilter.BOTH, 20)))
                .containsOnly(TitleId.movie(2), TitleId.movie(3));
    }

    @Test
    void letsAGroupSeeWhatSomeOfItCanWatchAndUnderLeastMiseryWhatAllCan() {
        offerAtTwoProviders();
        List<Member> members = List.of(
                Member.naming(
                        List.of(HEAT),
                        new PreferencesBuilder().providers("DE", "Streamflix").build(),
                        world.now),
                Member.naming(
                        List.of(HEAT),
                        new PreferencesBuilder().providers("DE", "Kinothek").build(),
                        world.now));

        assertThat(ids(group().recommend(members, Rule.AVERAGE, MediaFilter.BOTH, 20)))
                .containsOnly(TitleId.movie(2), TitleId.movie(3), TitleId.movie(4));
        assertThat(ids(group().recommend(members, Rule.LEAST_MISERY, MediaFilter.BOTH, 20)))
                .containsExactly(TitleId.movie(3));
    }

    @Test
    void surprisesAlikeForTheSameRandomNumbers() {
        world.did(EventKind.FAVOURITE, HEAT);
        Surprise surprise = new Surprise(world.recommend());

        List<TitleId> drawn = ids(surprise.surprise(ANN, MediaFilter.BOTH, 5, random(7)));

        assertThat(drawn).hasSize(5).doesNotHaveDuplicates().doesNotContain(HEAT);
        assertThat(ids(surprise.surprise(ANN, MediaFilter.BOTH, 5, random(7)))).isEqualTo(drawn);
    }

    private static RandomGenerator random(long seed) {
        return new SplittableRandom(seed);
    }
}

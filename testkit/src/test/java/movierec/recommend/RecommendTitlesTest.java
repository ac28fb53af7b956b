package movierec.recommend;

import static movierec.recommend.SmallWorld.ANN;
import static movierec.recommend.SmallWorld.COLLATERAL;
import static movierec.recommend.SmallWorld.FIRST_FAMILY_MOVIE;
import static movierec.recommend.SmallWorld.HEAT;
import static movierec.recommend.SmallWorld.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RecommendTitlesTest {
    @Property(tries = 200)
    void neverShowsWhatTheUserSawOrRefused(
            @ForAll @Size(max = 30) List<@IntRange(max = 39) Integer> touched,
            @ForAll @Size(min = 1, max = 6) List<EventKind> kinds) {
        SmallWorld world = new SmallWorld();
        Set<TitleId> settled = new HashSet<>();
        for (int i = 0; i < touched.size(); i++) {
            TitleId titleId = world.titles.get(touched.get(i)).id();
            EventKind kind = kinds.get(i % kinds.size());
            world.now = world.now.plusSeconds(1);
            double stars = kind == EventKind.RATED ? 4 : 0;
            world.tastes.record(ANN, List.of(new Event(titleId, kind, stars, world.now, "", "")));
            if (kind != EventKind.CLICKED && kind != EventKind.SHOWN) {
                settled.add(titleId);
            }
        }

        List<TitleId> shown = ids(world.list(40));

        assertThat(shown).doesNotHaveDuplicates().noneMatch(settled::contains).hasSize(40 - settled.size());
    }

    @Test
    void recommendsTheCompanyOfWhatTheUserLovesFirst() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT);

        Recommendations list = world.list(5, new Dials(0, 0, "", 0), WhatIf.NOTHING);

        assertThat(list.stage()).isEqualTo(Stage.BLEND);
        assertThat(list.degraded()).isFalse();
        assertThat(list.titles())
                .allSatisfy(one -> assertThat(one.title().name()).startsWith("Crime"));
        assertThat(list.titles().getFirst().title().id()).isEqualTo(COLLATERAL);
    }

    @Test
    void changesTheNextAnswerAfterOneEvent() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT);
        List<TitleId> before = ids(world.list(10));

        world.did(EventKind.DISMISSED, before.getFirst());
        List<TitleId> after = ids(world.list(10));

        assertThat(after).hasSize(10).doesNotContain(before.getFirst());
    }

    @Test
    void namesTheUsersOwnTitlesAsReasons() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT).rated(FIRST_FAMILY_MOVIE, 4.5);

        Recommendations list = world.list(12);

        assertThat(list.titles())
                .filteredOn(one -> one.title().name().startsWith("Crime"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.reasons().getFirst())
                        .isEqualTo(new Reason("because", "Because you loved Crime 1", "movie:1")));
        assertThat(list.titles()).allSatisfy(one -> assertThat(one.reasons()).isNotEmpty());
    }

    @Test
    void neverGivesARefusedTitleAsAReason() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT).did(EventKind.DISMISSED, COLLATERAL);

        assertThat(world.list(20).titles())
                .flatExtracting(Recommendation::reasons)
                .extracting(Reason::titleId)
                .contains("movie:1")
                .doesNotContain("movie:2");
    }

    @Test
    void addsUpToTheScoreAndOrdersByIt() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT).did(EventKind.WATCHED, FIRST_FAMILY_MOVIE);

        for (Profile profile : List.of(Profile.BLEND, Profile.TASTE)) {
            List<Double> scores = world.list(profile, 20).titles().stream()
                    .map(one -> {
                        Parts parts = one.parts();
                        double sum =
                                parts.genre() + parts.quality() + parts.batch() + parts.realtime() + parts.diversity();
                        assertThat(one.score()).isCloseTo(sum, within(1e-9));
                        return one.score();
                    })
                    .toList();
            assertThat(scores).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        }
    }

    @Test
    void keepsTheTasteProfileWithinItsPoints() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT);

        assertThat(world.list(Profile.TASTE, 30).titles()).allSatisfy(one -> {
            assertThat(one.parts().genre()).isBetween(0.0, 30.0);
            assertThat(one.parts().quality()).isBetween(0.0, 30.0);
            assertThat(one.parts().batch() + one.parts().realtime()).isBetween(0.0, 40.0001);
            assertThat(one.parts().diversity()).isBetween(0.0, 10.0);
        });
    }

    @Test
    void weighsBatchSeventyAndRealtimeThirty() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT);

        List<Recommendation> titles = world.list(39).titles();

        assertThat(titles.stream().mapToDouble(one -> one.parts().batch()).max().orElseThrow())
                .isCloseTo(70, within(1e-6));
        assertThat(titles.stream()
                        .mapToDouble(one -> one.parts().realtime())
                        .max()
                        .orElseThrow())
                .isCloseTo(30, within(1e-6));
    }

    @Test
    void assumesWhatIfForOneAnswerOnly() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT);
        WhatIf whatIf = new WhatIf(Set.of(TitleId.movie(12)), List.of(FIRST_FAMILY_MOVIE), List.of(), stored -> stored);

        List<TitleId> assumed = ids(world.list(3, new Dials(0, 0, "", 0), whatIf));

        assertThat(assumed).allMatch(id -> id.type() == MediaType.MOVIE && id.number() > 12 && id.number() <= 20);
        assertThat(ids(world.list(3))).contains(COLLATERAL);
    }

    @Test
    void variesTheListByTheDiversityDial() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT).did(EventKind.WATCHED, FIRST_FAMILY_MOVIE);

        double narrow = likeness(world, world.list(6, new Dials(0, 0, "", 0), WhatIf.NOTHING));
        double wide = likeness(world, world.list(6, new Dials(1, 0, "", 0), WhatIf.NOTHING));

        assertThat(wide).isLessThan(narrow);
    }

    private static double likeness(SmallWorld world, Recommendations list) {
        ServingState state = world.state();
        int[] indexes = list.titles().stream()
                .mapToInt(one -> state.catalogue().indexOf(one.title().id()))
                .toArray();
        double sum = 0;
        for (int one : indexes) {
            for (int other : indexes) {
                sum += state.content().similarity(one, other);
            }
        }
        return sum;
    }

    @Test
    void sinksPopularTitlesByTheNoveltyDial() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT);

        assertThat(popularity(world.list(20, new Dials(0, 1, "", 0), WhatIf.NOTHING)))
                .isLessThan(popularity(world.list(20, new Dials(0, 0, "", 0), WhatIf.NOTHING)));
    }

    private static double popularity(Recommendations list) {
        return list.titles().stream()
                .map(Recommendation::title)
                .mapToDouble(Title::popularity)
                .average()
                .orElseThrow();
    }

    @Test
    void shufflesBySeedAndGivesTheSameListForTheSameSeed() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT);

        List<TitleId> first = ids(world.list(20, new Dials(0.5, 0, "", 1), WhatIf.NOTHING));

        assertThat(ids(world.list(20, new Dials(0.5, 0, "", 1), WhatIf.NOTHING)))
                .isEqualTo(first);
        assertThat(ids(world.list(20, new Dials(0.5, 0, "", 2), WhatIf.NOTHING)))
                .isNotEqualTo(first);
    }
}

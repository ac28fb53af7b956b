package movierec.recommend;

import static movierec.recommend.SmallWorld.HEAT;
import static movierec.recommend.SmallWorld.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import movierec.taste.EventKind;
import movierec.testkit.taste.PreferencesBuilder;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

/** Each stage of the fallback chain, tested by switching the one before it off. */
class FallbackTest {
    @Test
    void answersFromContentWhenThereIsNoModel() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT);
        world.model = Optional.empty();

        Recommendations list = world.list(5, new Dials(0, 0, "", 0), WhatIf.NOTHING);

        assertThat(list.stage()).isEqualTo(Stage.CONTENT);
        assertThat(list.degraded()).isTrue();
        assertThat(list.titles()).allMatch(one -> one.title().name().startsWith("Crime"));
        assertThat(list.titles().getFirst().parts().realtime()).isGreaterThan(90);
    }

    @Test
    void answersFromStatedPreferencesWhenThereAreNoEvents() {
        SmallWorld world = new SmallWorld()
                .prefers(new PreferencesBuilder().favoriteGenres("Romance").build());

        Recommendations list = world.list(5, new Dials(0, 0, "", 0), WhatIf.NOTHING);

        assertThat(list.stage()).isEqualTo(Stage.CONTENT);
        assertThat(list.degraded()).isFalse();
        assertThat(list.titles()).allMatch(one -> one.title().name().startsWith("Romance"));
    }

    @Test
    void answersWhatEverybodyLikesWhenNothingIsKnown() {
        SmallWorld world = new SmallWorld();

        Recommendations list = world.list(5);

        assertThat(list.stage()).isEqualTo(Stage.POPULAR);
        assertThat(list.degraded()).isFalse();
        assertThat(list.titles()).hasSize(5).allMatch(one -> one.title().voteAverage() >= 7);
        assertThat(list.titles()).allSatisfy(one -> assertThat(one.reasons()).isNotEmpty());
    }

    @Test
    void fillsUpFromTheLiveSourceWhenTooFewLocalTitlesPass() {
        Title fresh = Title.builder(TitleId.movie(777), "Fresh").year(2031).build();
        Title tooOld = Title.builder(TitleId.movie(778), "Too old").year(1999).build();
        SmallWorld world = new SmallWorld()
                .prefers(new PreferencesBuilder().years(2030, 2040).build());
        world.live = (context, limit) -> List.of(tooOld, fresh, fresh);

        Recommendations list = world.list(5);

        assertThat(ids(list)).containsExactly(fresh.id());
        assertThat(list.stage()).isEqualTo(Stage.DISCOVER);
        assertThat(list.degraded()).isTrue();
    }

    @Test
    void saysSoWhenOnlyTheBundledTitlesAreLeft() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT);
        world.bundled = true;

        Recommendations list = world.list(5);

        assertThat(list.titles()).hasSize(5);
        assertThat(list.stage()).isEqualTo(Stage.BUNDLED);
        assertThat(list.degraded()).isTrue();
    }

    @Test
    void recommendsTitlesThatTheModelDoesNotKnow() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT);
        Title twin = world.titles.getFirst();
        Title unknown = Title.builder(TitleId.movie(500), "Crime new")
                .genres(twin.genres())
                .keywords(twin.keywords())
                .build();
        world.titles.add(unknown);

        assertThat(ids(world.list(10))).contains(unknown.id());
    }

    @Test
    void givesAShortListWhenFewTitlesPassAndNoneWhenNoneDoes() {
        SmallWorld strict = new SmallWorld()
                .prefers(new PreferencesBuilder().years(2016, 2016).build());
        SmallWorld impossible = new SmallWorld()
                .prefers(new PreferencesBuilder().years(2090, 2091).build());

        assertThat(strict.list(20).titles())
                .isNotEmpty()
                .allMatch(one -> one.title().year() == 2016);
        assertThat(impossible.list(20).titles()).isEmpty();
    }
}

package movierec.recommend;

import static movierec.recommend.SmallWorld.ANN;
import static movierec.recommend.SmallWorld.HEAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import movierec.taste.EventKind;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

class HomePageTest {
    private final SmallWorld world = new SmallWorld();

    private HomePage.Page page() {
        ServingState state = world.state();
        SimilarTitles similar = new SimilarTitles(() -> state);
        return new HomePage(world.recommend(), similar, world.tastes, () -> state, () -> world.now).build(ANN, 5);
    }

    @Test
    void showsNoTitleInTwoRowsAndNothingSettled() {
        world.did(EventKind.FAVOURITE, HEAT).did(EventKind.DISMISSED, TitleId.movie(30));

        List<TitleId> shown = page().rows().stream()
                .flatMap(row -> row.titles().stream())
                .map(one -> one.title().id())
                .toList();

        assertThat(shown).hasSizeGreaterThan(15).doesNotHaveDuplicates().doesNotContain(HEAT, TitleId.movie(30));
    }

    @Test
    void namesTheTitleARowIsAbout() {
        world.did(EventKind.FAVOURITE, HEAT);

        assertThat(page().rows()).anySatisfy(row -> {
            assertThat(row.heading()).isEqualTo("Because you liked Crime 1");
            assertThat(row.because()).isEqualTo("movie:1");
            assertThat(row.titles()).allMatch(one -> one.title().name().startsWith("Crime"));
        });
    }

    @Test
    void putsTheWatchlistInARowOfItsOwn() {
        world.did(EventKind.WATCHLIST, TitleId.tv(5));

        assertThat(page().rows())
                .filteredOn(row -> row.id().equals("watchlist"))
                .singleElement()
                .satisfies(row -> assertThat(row.titles())
                        .singleElement()
                        .satisfies(one -> assertThat(one.title().id()).isEqualTo(TitleId.tv(5))));
    }

    @Test
    void hasRowsForSomebodyNew() {
        assertThat(page().rows()).extracting(HomePage.Row::id).contains("for-you", "trending");
        assertThat(page().rows()).noneMatch(row -> row.titles().isEmpty());
    }
}

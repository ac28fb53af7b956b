package movierec.recommend;

import static movierec.recommend.SmallWorld.HEAT;
import static movierec.recommend.SmallWorld.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import movierec.taste.EventKind;
import movierec.taste.Preferences;
import movierec.testkit.taste.PreferencesBuilder;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.WatchOffer;
import org.junit.jupiter.api.Test;

class TitleFilterTest {
    private static List<Title> shown(Preferences preferences) {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT).prefers(preferences);
        return world.list(40).titles().stream().map(Recommendation::title).toList();
    }

    @Test
    void showsOnlyTheWantedYearsVotesAndType() {
        assertThat(shown(new PreferencesBuilder().years(2005, 2010).build()))
                .isNotEmpty()
                .allMatch(title -> title.year() >= 2005 && title.year() <= 2010);
        assertThat(shown(new PreferencesBuilder().rating(6, 7).build()))
                .isNotEmpty()
                .allMatch(title -> title.voteAverage() >= 6 && title.voteAverage() <= 7);
        assertThat(shown(new PreferencesBuilder().mediaType("tv").build()))
                .isNotEmpty()
                .allMatch(title -> title.id().toString().startsWith("tv:"));
    }

    @Test
    void showsNothingExcluded() {
        assertThat(shown(new PreferencesBuilder().excludedGenres("drama").build()))
                .isNotEmpty()
                .noneMatch(title -> title.genres().size() > 1);
        assertThat(shown(new PreferencesBuilder().excludedKeywords("HEIST").build()))
                .isNotEmpty()
                .noneMatch(title -> title.keywords().contains("heist"));
    }

    @Test
    void showsNothingAboveTheCertificationCapNorWithoutACertification() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT);
        world.titles.add(Title.builder(TitleId.movie(99), "Unrated").build());
        world.prefers(new PreferencesBuilder().maxCertification("PG-13").build());

        assertThat(world.list(40).titles()).isNotEmpty().allMatch(one -> List.of("G", "PG-13")
                .contains(one.title().certification()));
    }

    /** Titles 2 to 5 can be watched in Germany, each in another way, and 6 in France. */
    private static List<TitleId> shownWhere(String region, String... providers) {
        SmallWorld world = new SmallWorld()
                .offers(TitleId.movie(2), "DE", WatchOffer.Kind.STREAM, 8, "Streamflix")
                .offers(TitleId.movie(3), "DE", WatchOffer.Kind.FREE, 9, "Freeview")
                .offers(TitleId.movie(4), "DE", WatchOffer.Kind.RENT, 8, "Streamflix")
                .offers(TitleId.movie(5), "DE", WatchOffer.Kind.ADS, 10, "Adflix")
                .offers(TitleId.movie(6), "FR", WatchOffer.Kind.STREAM, 8, "Streamflix");
        world.did(EventKind.FAVOURITE, HEAT)
                .prefers(new PreferencesBuilder().providers(region, providers).build());
        return ids(world.list(40));
    }

    @Test
    void showsOnlyWhatTheProvidersIncludeThere() {
        assertThat(shownWhere("DE", "Streamflix")).containsExactly(TitleId.movie(2));
        assertThat(shownWhere("DE", "STREAMFLIX", "freeview")).containsOnly(TitleId.movie(2), TitleId.movie(3));
        assertThat(shownWhere("DE", "8", "10")).containsOnly(TitleId.movie(2), TitleId.movie(5));
        assertThat(shownWhere("FR", "Streamflix")).containsExactly(TitleId.movie(6));
        assertThat(shownWhere("DE", "Flix", "88", "99999999999")).isEmpty();
    }

    @Test
    void meansAnyRegionWhereNoneIsNamed() {
        assertThat(shownWhere("", "Streamflix")).containsOnly(TitleId.movie(2), TitleId.movie(6));
    }

    @Test
    void leavesProvidersOutWhereNoOffersAreKnown() {
        assertThat(shownWhere("AT", "Streamflix")).hasSizeGreaterThan(30);
        assertThat(shown(new PreferencesBuilder().providers("", "Streamflix").build()))
                .hasSizeGreaterThan(30);
        assertThat(shownWhere("DE")).as("a region alone").hasSizeGreaterThan(30);
    }

    @Test
    void showsTheWatchlistOnlyWhereTheSettingSaysSo() {
        SmallWorld world = new SmallWorld().did(EventKind.FAVOURITE, HEAT).did(EventKind.WATCHLIST, TitleId.movie(2));

        assertThat(ids(world.list(39))).doesNotContain(TitleId.movie(2));
        world.showWatchlist = true;
        assertThat(ids(world.list(39))).contains(TitleId.movie(2));
    }
}

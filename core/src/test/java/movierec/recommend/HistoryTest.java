package movierec.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final TitleId HEAT = TitleId.movie(949);
    private static final TitleId CATS = TitleId.movie(536869);
    private static final Instant MONDAY = Instant.parse("2026-01-05T20:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-06T20:00:00Z");

    @Test
    void judgesAFavouriteAsLovedWhateverItsRating() {
        History history =
                History.of(List.of(Event.of(HEAT, EventKind.FAVOURITE, MONDAY), Event.rated(HEAT, 3, TUESDAY)));

        assertThat(history.items()).singleElement().satisfies(item -> {
            assertThat(item.weight()).isEqualTo(1);
            assertThat(item.kind()).isEqualTo(EventKind.FAVOURITE);
            assertThat(item.at()).isEqualTo(TUESDAY);
        });
    }

    @Test
    void takesTheLatestOfSeveralRatings() {
        History history = History.of(List.of(Event.rated(CATS, 5, MONDAY), Event.rated(CATS, 1, TUESDAY)));

        assertThat(history.items().getFirst().weight()).isNegative();
        assertThat(history.items().getFirst().rating()).isEqualTo(1);
    }

    @Test
    void countsALowRatingAgainstATitleThatWasWatched() {
        History history =
                History.of(List.of(Event.rated(CATS, 0.5, MONDAY), Event.of(CATS, EventKind.WATCHED, MONDAY)));

        assertThat(history.hasLikes()).isFalse();
    }

    @Test
    void believesADismissalOnlyUntilTheUserChangesTheirMind() {
        Event dismissed = Event.of(HEAT, EventKind.DISMISSED, MONDAY);
        Event loved = Event.of(HEAT, EventKind.FAVOURITE, TUESDAY);

        assertThat(History.of(List.of(dismissed, loved)).hasLikes()).isTrue();
        assertThat(History.of(List.of(
                                Event.of(HEAT, EventKind.FAVOURITE, MONDAY),
                                Event.of(HEAT, EventKind.DISMISSED, TUESDAY)))
                        .hasLikes())
                .isFalse();
    }

    @Test
    void settlesWhatWasSeenOrRefusedButNotWhatIsOnTheWatchlist() {
        History history = History.of(List.of(
                Event.of(HEAT, EventKind.WATCHLIST, MONDAY),
                Event.of(CATS, EventKind.DISMISSED, MONDAY),
                Event.of(TitleId.tv(1396), EventKind.WATCHED, MONDAY),
                Event.of(TitleId.tv(1399), EventKind.CLICKED, MONDAY)));

        assertThat(history.settled()).containsExactlyInAnyOrder(CATS, TitleId.tv(1396));
        assertThat(history.watchlist()).containsExactly(HEAT);
    }
}

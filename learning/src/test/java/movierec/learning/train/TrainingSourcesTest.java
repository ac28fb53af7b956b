package movierec.learning.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import movierec.identity.UserId;
import movierec.learning.split.InteractionLog;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.testkit.model.Checkerboard;
import movierec.testkit.model.InMemoryCorpusStore;
import movierec.testkit.taste.InMemoryTaste;
import movierec.testkit.title.InMemoryTitleStore;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

class TrainingSourcesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final InMemoryTaste taste = new InMemoryTaste(new InMemoryTitleStore());
    private final InMemoryCorpusStore corpora = new InMemoryCorpusStore();
    private final TrainingSources sources =
            new TrainingSources(corpora, taste, new Checkerboard(10).corpus("simulated audience"), Duration.ZERO);

    @Test
    void theSimulatedAudienceTrainsAsLongAsThereIsNothingElse() {
        likeSome(49, 5);

        TrainingSet data = sources.gather();

        assertThat(data.simulated()).isTrue();
        assertThat(data.trainedOn()).containsExactly("simulated audience");
        assertThat(data.log().userCount()).isEqualTo(10);
    }

    @Test
    void fiftyUsersWithFivePositivesReplaceTheSimulatedAudience() {
        likeSome(50, 5);

        TrainingSet data = sources.gather();

        assertThat(data.simulated()).isFalse();
        assertThat(data.trainedOn()).containsExactly("own events");
        assertThat(data.log().userCount()).isEqualTo(50);
        assertThat(data.log().size()).isEqualTo(250);
    }

    @Test
    void anImportedCorpusReplacesTheSimulatedAudienceAndOwnEventsJoinIt() {
        corpora.save(new Checkerboard(20).corpus("movielens"));
        likeSome(1, 3);

        TrainingSet data = sources.gather();

        assertThat(data.simulated()).isFalse();
        assertThat(data.trainedOn()).containsExactly("movielens", "own events");
        assertThat(data.log().userCount()).isEqualTo(21);
    }

    @Test
    void usersOfTwoCorporaAreNeverTheSamePerson() {
        corpora.save(new Checkerboard(20).corpus("one"));
        corpora.save(new Checkerboard(20).corpus("two"));

        assertThat(sources.gather().log().userCount()).isEqualTo(40);
    }

    @Test
    void theLatestVerdictOnATitleCounts() {
        corpora.save(new Checkerboard(6).corpus("movielens"));
        UserId user = new UserId("u");
        record(user, Event.rated(TitleId.tv(1), 4, NOON));
        record(user, Event.rated(TitleId.tv(2), 3.5, NOON));
        record(user, Event.rated(TitleId.tv(3), 2, NOON), Event.rated(TitleId.tv(3), 5, NOON.plusSeconds(1)));
        record(user, watched(4), Event.rated(TitleId.tv(4), 1, NOON));
        record(user, Event.of(TitleId.tv(5), EventKind.DISMISSED, NOON), watched(5));
        record(user, watched(6), Event.of(TitleId.tv(7), EventKind.FAVOURITE, NOON));
        record(
                user,
                Event.of(TitleId.tv(8), EventKind.WATCHLIST, NOON),
                Event.of(TitleId.tv(9), EventKind.CLICKED, NOON));

        assertThat(positives(sources.gather(), 6))
                .containsExactlyInAnyOrder(TitleId.tv(1), TitleId.tv(3), TitleId.tv(6), TitleId.tv(7), TitleId.tv(8));
    }

    @Test
    void whatSaysMoreCountsMore() {
        corpora.save(new Checkerboard(6).corpus("movielens"));
        UserId user = new UserId("u");
        record(user, Event.of(TitleId.tv(1), EventKind.WATCHLIST, NOON));
        record(user, watched(2));
        record(user, Event.rated(TitleId.tv(3), 4, NOON));
        record(user, watched(4), Event.rated(TitleId.tv(4), 5, NOON));
        record(user, Event.of(TitleId.tv(5), EventKind.FAVOURITE, NOON));

        assertThat(weights(sources.gather(), 6)).containsExactly(0.5f, 0.7f, 1f, 1.5f, 1.5f);
    }

    @Test
    void whatIsOneHalfLifeOlderCountsHalf() {
        corpora.save(new Checkerboard(6).corpus("movielens"));
        UserId user = new UserId("u");
        record(user, Event.rated(TitleId.tv(1), 4, NOON.minus(Duration.ofDays(365))));
        record(user, Event.rated(TitleId.tv(2), 4, NOON));

        TrainingSources forgetful =
                new TrainingSources(corpora, taste, new Checkerboard(10).corpus("simulated"), Duration.ofDays(365));

        assertThat(weights(forgetful.gather(), 6)).containsExactly(0.5f, 1f);
    }

    private static List<Float> weights(TrainingSet data, int userIndex) {
        List<Float> weights = new ArrayList<>();
        for (int p = data.log().start(userIndex); p < data.log().end(userIndex); p++) {
            weights.add(data.log().weightAt(p));
        }
        return weights;
    }

    @Test
    void titlesAreNumberedInTheOrderOfTheirIds() {
        assertThat(sources.gather().titles()).isSorted();
    }

    private void likeSome(int users, int titles) {
        for (int u = 0; u < users; u++) {
            for (int t = 1; t <= titles; t++) {
                record(new UserId("user" + u), Event.rated(TitleId.movie(t), 5, NOON));
            }
        }
    }

    private static Event watched(int number) {
        return Event.of(TitleId.tv(number), EventKind.WATCHED, NOON);
    }

    private void record(UserId user, Event... events) {
        taste.record(user, List.of(events));
    }

    private static List<TitleId> positives(TrainingSet data, int userIndex) {
        InteractionLog log = data.log();
        List<TitleId> positives = new ArrayList<>();
        for (int itemIndex : log.itemIndexes(userIndex)) {
            positives.add(data.titles().get(itemIndex));
        }
        return positives;
    }
}

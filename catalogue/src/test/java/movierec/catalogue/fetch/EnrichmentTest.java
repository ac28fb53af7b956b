package movierec.catalogue.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import movierec.faketmdb.Fault;
import movierec.faketmdb.Rule;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnrichmentTest {
    private static final TitleId TITLE = TitleId.movie(1_000_005);

    private final FetchedWorld world = new FetchedWorld();
    private final BlockingQueue<String> warnings = new LinkedBlockingQueue<>();
    private final Enrichment enrichment =
            new Enrichment(world.source, world.stores, Duration.ofDays(30), world.clock, warnings::add);

    @AfterEach
    void close() {
        enrichment.close();
        world.close();
    }

    @Test
    void completesATitleThatSomebodyNamed() throws InterruptedException {
        enrichment.named(TITLE);

        Title title = awaitDetails(TITLE);
        assertThat(title.source()).isEqualTo("tmdb");
        assertThat(title.name()).isNotEmpty();
    }

    @Test
    void looksIntoATitleOnceHoweverOftenItIsViewed() throws InterruptedException {
        Title sample = Title.builder(TITLE, "Known by name")
                .source("sample", Instant.EPOCH)
                .build();
        for (int view = 0; view < 20; view++) {
            enrichment.viewed(sample);
        }
        awaitDetails(TITLE);
        enrichment.named(TitleId.movie(1_000_006));
        awaitDetails(TitleId.movie(1_000_006));

        assertThat(world.calls()).containsEntry("details", 2);
    }

    @Test
    void leavesATitleAloneThatIsCurrent() throws InterruptedException {
        enrichment.named(TITLE);
        Title current = awaitDetails(TITLE);
        world.pass(Duration.ofDays(2));

        enrichment.viewed(current);
        enrichment.named(TitleId.movie(1_000_006));
        awaitDetails(TitleId.movie(1_000_006));

        assertThat(world.calls()).containsEntry("details", 2);
    }

    @Test
    void restsWhileTheSourceFails() throws InterruptedException {
        world.tmdb.script().add(Rule.always(Fault.UNAUTHORIZED));
        enrichment.named(TITLE);
        assertThat(warnings.poll(10, TimeUnit.SECONDS)).contains("credential");

        for (int number = 1; number < 50; number++) {
            enrichment.named(TitleId.movie(1_000_100 + number));
        }

        assertThat(world.log().count()).isEqualTo(1);
        assertThat(world.stores.titles().all()).isEmpty();
    }

    @Test
    void titlesFoundForAWaitingUserJoinTheCatalogue() throws InterruptedException {
        Title found = Title.builder(TITLE, "Found just now")
                .source("tmdb", world.clock.instant())
                .build();

        enrichment.found(List.of(found));
        enrichment.named(TitleId.movie(1_000_006));
        awaitDetails(TitleId.movie(1_000_006));

        assertThat(world.stores.titles().find(TITLE)).contains(found);
    }

    private Title awaitDetails(TitleId id) throws InterruptedException {
        for (int tries = 0; tries < 1_000; tries++) {
            if (!world.stores.checks().find("tmdb", List.of(id)).isEmpty()) {
                return world.stores.titles().find(id).orElseThrow();
            }
            Thread.sleep(10);
        }
        throw new AssertionError(id + " was not completed: " + warnings);
    }
}

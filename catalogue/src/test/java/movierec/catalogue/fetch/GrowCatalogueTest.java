package movierec.catalogue.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import movierec.faketmdb.Fault;
import movierec.faketmdb.Rule;
import movierec.faketmdb.world.Kind;
import movierec.faketmdb.world.WorldPlan;
import movierec.job.JobStatus;
import movierec.job.JobStatus.State;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleSource.JobKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrowCatalogueTest {
    private final FetchedWorld world = new FetchedWorld(WorldPlan.STANDARD.withDailyChanges(0));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void saysWhyItEndedEarly() {
        world.mayGoOn = () -> false;

        JobStatus status = world.grow(50);

        assertThat(status.state()).isEqualTo(State.STOPPED);
        assertThat(status.message()).isEqualTo("This process had to stop");
    }

    @Test
    void growsByAsManyTitlesAsAskedForAndGoesOnFromThere() {
        world.fetch(JobKind.DAILY);
        int before = details();

        JobStatus first = world.grow(50);
        assertThat(first.state()).isEqualTo(State.COMPLETED);
        assertThat(details()).isEqualTo(before + 50);
        Set<TitleId> afterFirst = detailed();
        world.pass(Duration.ofDays(1));
        world.grow(50);

        assertThat(details()).isEqualTo(before + 100);
        assertThat(detailed()).containsAll(afterFirst).hasSize(afterFirst.size() + 50);
    }

    @Test
    void holdsTheWholeStockInTheEnd() {
        for (int day = 0; day < 20; day++) {
            world.grow(200);
            world.pass(Duration.ofDays(1));
        }

        assertThat(detailed().size()).isGreaterThan(1_200);
        assertThat(world.stores.titles().all()).allMatch(Title::detailed);
    }

    @Test
    void titlesThatChangedAtTheSourceComeFirst() {
        world.fetch(JobKind.DAILY);
        world.grow(10);
        TitleId known = detailed().stream()
                .filter(id -> id.type() == MediaType.MOVIE)
                .min(TitleId::compareTo)
                .orElseThrow();
        world.pass(Duration.ofDays(1));
        world.tmdb.world().change(Kind.MOVIE, known.number());

        world.grow(1);

        assertThat(world.stores.checks().find("tmdb", List.of(known)))
                .singleElement()
                .matches(check -> check.checkedAt().equals(world.clock.instant()));
    }

    @Test
    void factsThatGetOldAreRefreshedBeforeNewOnesAreFetched() {
        world.fetch(JobKind.DAILY);
        Set<TitleId> old = detailed();
        world.pass(Duration.ofDays(40));

        world.grow(old.size());

        assertThat(detailed()).isEqualTo(old);
        assertThat(world.stores.titles().all()).filteredOn(Title::detailed).allMatch(title -> title.fetchedAt()
                .equals(world.clock.instant()));
    }

    @Test
    void nothingIsServedBeyondItsLegalAgeWhateverHappens() {
        world.fetch(JobKind.FULL);
        world.tmdb.script().add(Rule.always(new Fault.Outage()));
        world.pass(Duration.ofDays(181));

        assertThat(world.grow(10).state()).isEqualTo(State.STOPPED);

        assertThat(world.stores.titles().all()).isEmpty();
        assertThat(world.stores.lists().all()).isEmpty();
        assertThat(world.stores.references().find("tmdb")).isEmpty();
    }

    @Test
    void anOutageEndsTheRunWithAReason() {
        world.tmdb.script().add(Rule.always(new Fault.Outage()));

        JobStatus status = world.grow(10);

        assertThat(status.state()).isEqualTo(State.STOPPED);
        assertThat(status.message()).contains("tmdb");
    }

    private int details() {
        return world.calls().getOrDefault("details", 0);
    }

    private Set<TitleId> detailed() {
        Set<TitleId> detailed = new HashSet<>();
        world.stores.titles().all().stream().filter(Title::detailed).forEach(title -> detailed.add(title.id()));
        return detailed;
    }
}

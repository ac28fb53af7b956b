package movierec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import movierec.taste.vocabulary.Vocabularies;
import movierec.testkit.identity.SettableClock;
import movierec.testkit.model.InMemoryModelRepository;
import movierec.testkit.recommend.PairModel;
import movierec.testkit.title.InMemoryListStore;
import movierec.testkit.title.InMemoryTitleStore;
import movierec.title.Catalogue;
import movierec.title.CatalogueLists;
import movierec.title.ListKey;
import movierec.title.ListScope;
import movierec.title.ListType;
import movierec.title.StoredCatalogue;
import movierec.title.StoredList;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleStore;
import org.junit.jupiter.api.Test;

/** When a changed catalogue is loaded, and what that may cost. */
class CatalogueReloadTest {
    private static final Title HEAT = Title.builder(TitleId.movie(949), "Heat").build();
    private static final Title OTHER =
            Title.builder(TitleId.movie(950), "Other").popularity(7).build();
    private static final Title BUNDLED =
            Title.builder(TitleId.movie(1), "Bundled").build();
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final InMemoryTitleStore titles = new InMemoryTitleStore(clock);
    private final InMemoryListStore lists = new InMemoryListStore(clock, titles);
    private final InMemoryModelRepository models = new InMemoryModelRepository();

    private LiveServingState live(TitleStore store) {
        return new LiveServingState(
                new StoredCatalogue(store, lists),
                models,
                Vocabularies.load(),
                () -> List.of(BUNDLED),
                warning -> {},
                clock);
    }

    @Test
    void servesStoredListsAndFollowsTheirChanges() {
        titles.save(List.of(HEAT, OTHER));
        LiveServingState live = live(titles);
        assertThat(popular(live)).containsExactly(OTHER, HEAT);

        lists.replace(
                new StoredList(ListKey.of(ListType.POPULAR, ListScope.MOVIE), "files", List.of(HEAT.id()), NOW, NOW));

        assertThat(live.refresh()).isTrue();
        assertThat(popular(live)).containsExactly(HEAT, OTHER);
    }

    private static List<Title> popular(LiveServingState live) {
        return new CatalogueLists(live.get().catalogue(), 2026).list(ListType.POPULAR, title -> true);
    }

    @Test
    void dropsWhatReachesItsLegalAgeThoughNobodyChangesTheStore() {
        titles.save(List.of(
                HEAT,
                OTHER.toBuilder()
                        .source("tmdb", NOW.minus(Duration.ofDays(179)))
                        .build()));
        LiveServingState live = live(titles);
        String before = live.get().version();
        clock.advance(Duration.ofDays(1).minusMillis(1));
        assertThat(live.refresh()).isFalse();
        assertThat(live.get().catalogue().size()).isEqualTo(2);

        clock.advance(Duration.ofMillis(1));

        assertThat(live.refresh()).isTrue();
        assertThat(live.get().catalogue().all()).containsExactly(HEAT);
        assertThat(live.get().version()).isNotEqualTo(before);
        assertThat(live.refresh()).isFalse();
    }

    @Test
    void aReloadLetsTheNextOneWaitTwentyTimesAsLong() {
        titles.save(List.of(HEAT));
        LiveServingState live = live(new SlowTitleStore(Duration.ofSeconds(2)));
        titles.save(List.of(OTHER));
        assertThat(live.refresh()).as("first reload").isTrue();

        titles.save(List.of(HEAT.toBuilder().year(1995).build()));
        assertThat(live.refresh()).isFalse();
        clock.advance(Duration.ofSeconds(40).minusMillis(1));
        assertThat(live.refresh()).isFalse();
        clock.advance(Duration.ofMillis(1));

        assertThat(live.refresh()).isTrue();
        assertThat(live.get().catalogue().find(HEAT.id()).orElseThrow().year()).isEqualTo(1995);
    }

    @Test
    void aStoreThatChangesAllTheTimeCostsATwentiethOfIt() {
        titles.save(List.of(HEAT));
        LiveServingState live = live(new SlowTitleStore(Duration.ofMillis(700)));
        int reloads = 0;
        Instant end = clock.instant().plus(Duration.ofHours(1));
        while (clock.instant().isBefore(end)) {
            titles.save(List.of(HEAT));
            reloads += live.refresh() ? 1 : 0;
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(reloads).isBetween(200, 3600 * 1000 / 700 / 20);
    }

    @Test
    void theTimeOfTheListenerCountsAsTimeOfTheReload() {
        titles.save(List.of(HEAT));
        LiveServingState live = live(titles);
        live.onCatalogue(catalogue -> clock.advance(Duration.ofSeconds(3)));
        titles.save(List.of(OTHER));
        assertThat(live.refresh()).isTrue();

        titles.save(List.of(HEAT));
        clock.advance(Duration.ofSeconds(60).minusMillis(1));
        assertThat(live.refresh()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(live.refresh()).isTrue();
    }

    @Test
    void whoCannotWaitReloadsAtOnce() {
        titles.save(List.of(HEAT));
        LiveServingState live = live(new SlowTitleStore(Duration.ofSeconds(2)));
        titles.save(List.of(OTHER));
        live.refresh();
        titles.delete("", List.of(OTHER.id()));

        assertThat(live.refresh()).isFalse();
        assertThat(live.refreshNow()).isTrue();

        assertThat(live.get().catalogue().all()).containsExactly(HEAT);
        assertThat(live.refreshNow()).isFalse();
    }

    @Test
    void aModelIsFollowedWhileTheCatalogueWaits() {
        titles.save(List.of(HEAT));
        models.add(new PairModel("1", List.of(HEAT.id())));
        LiveServingState live = live(new SlowTitleStore(Duration.ofSeconds(2)));
        titles.save(List.of(OTHER));
        live.refresh();

        models.promote("1");
        live.refresh();

        assertThat(live.get().modelVersion()).isEqualTo("1");
    }

    @Test
    void aClockThatIsSetBackDoesNotStopReloads() {
        titles.save(List.of(HEAT));
        LiveServingState live = live(new SlowTitleStore(Duration.ofSeconds(2)));
        titles.save(List.of(OTHER));
        live.refresh();
        titles.save(List.of(HEAT));

        clock.advance(Duration.ofHours(-1));

        assertThat(live.refresh()).isTrue();
    }

    @Test
    void tellsItsListenerThePresentCatalogueAndEachNewOneOnce() {
        List<Catalogue> told = new ArrayList<>();
        LiveServingState live = live(titles);
        live.onCatalogue(told::add);
        live.refresh();
        titles.save(List.of(HEAT));
        live.refresh();
        live.refresh();

        assertThat(told).hasSize(2);
        assertThat(told.getFirst().all()).containsExactly(BUNDLED);
        assertThat(told.getLast()).isSameAs(live.get().catalogue());
    }

    @Test
    void tellsAListenerThatFailedOnceMore() {
        titles.save(List.of(HEAT));
        LiveServingState live = live(titles);
        List<Catalogue> told = new ArrayList<>();
        live.onCatalogue(catalogue -> {
            told.add(catalogue);
            if (told.size() == 2) {
                throw new IllegalStateException("the disk is full");
            }
        });
        titles.save(List.of(OTHER));

        assertThatThrownBy(live::refresh).hasMessage("the disk is full");
        assertThat(live.get().catalogue().size()).isEqualTo(2);
        live.refresh();
        live.refresh();

        assertThat(told).hasSize(3);
        assertThat(told.getLast()).isSameAs(live.get().catalogue());
    }

    /** The titles, read slowly. */
    private final class SlowTitleStore implements TitleStore {
        private final Duration took;

        SlowTitleStore(Duration took) {
            this.took = took;
        }

        @Override
        public List<Title> all() {
            clock.advance(took);
            return titles.all();
        }

        @Override
        public Optional<Title> find(TitleId id) {
            return titles.find(id);
        }

        @Override
        public List<Title> of(String source, Collection<TitleId> ids) {
            return titles.of(source, ids);
        }

        @Override
        public void save(Collection<Title> saved) {
            titles.save(saved);
        }

        @Override
        public int delete(String source, Collection<TitleId> ids) {
            return titles.delete(source, ids);
        }

        @Override
        public int deleteBySource(String source) {
            return titles.deleteBySource(source);
        }

        @Override
        public int deleteExpired() {
            return titles.deleteExpired();
        }

        @Override
        public long version() {
            return titles.version();
        }
    }
}

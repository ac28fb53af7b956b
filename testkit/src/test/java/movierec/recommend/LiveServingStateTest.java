package movierec.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import movierec.failure.OutsideFailure;
import movierec.taste.vocabulary.Term;
import movierec.taste.vocabulary.Vocabularies;
import movierec.taste.vocabulary.VocabularyKind;
import movierec.testkit.identity.SettableClock;
import movierec.testkit.model.InMemoryModelRepository;
import movierec.testkit.recommend.PairModel;
import movierec.testkit.title.InMemoryListStore;
import movierec.testkit.title.InMemoryTitleStore;
import movierec.title.StoredCatalogue;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleStore;
import org.junit.jupiter.api.Test;

class LiveServingStateTest {
    private static final Title HEAT = Title.builder(TitleId.movie(949), "Heat").build();
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Title BUNDLED =
            Title.builder(TitleId.movie(1), "Bundled").build();

    private final SettableClock clock = new SettableClock(NOW);
    private final InMemoryTitleStore titles = new InMemoryTitleStore(clock);
    private final InMemoryListStore lists = new InMemoryListStore(clock, titles);
    private final InMemoryModelRepository models = new InMemoryModelRepository();
    private final List<String> warnings = new ArrayList<>();

    private LiveServingState live(TitleStore store) {
        return new LiveServingState(
                new StoredCatalogue(store, lists),
                models,
                Vocabularies.load(),
                () -> List.of(BUNDLED),
                warnings::add,
                clock);
    }

    private void train(String version) {
        models.add(new PairModel(version, List.of(HEAT.id())));
    }

    @Test
    void servesTheBundledTitlesWhileTheStoreIsEmpty() {
        LiveServingState live = live(titles);

        assertThat(live.get().bundled()).isTrue();
        assertThat(live.get().catalogue().all()).containsExactly(BUNDLED);

        titles.save(List.of(HEAT));
        assertThat(live.refresh()).isTrue();

        assertThat(live.get().bundled()).isFalse();
        assertThat(live.get().catalogue().all()).containsExactly(HEAT);
        assertThat(live.refresh()).isFalse();
    }

    @Test
    void servesTheBundledTitlesWhenTheStoreCannotBeRead() {
        LiveServingState live = live(new BrokenTitleStore());

        assertThat(live.get().catalogue().all()).containsExactly(BUNDLED);
        assertThat(warnings).singleElement().asString().contains("disk is gone");
    }

    @Test
    void followsPromotionsAndRollbacks() {
        titles.save(List.of(HEAT));
        train("1");
        train("2");
        models.promote("1");
        LiveServingState live = live(titles);
        String before = live.get().version();

        models.promote("2");
        live.refresh();
        assertThat(live.get().modelVersion()).isEqualTo("2");
        assertThat(live.get().version()).isNotEqualTo(before);

        models.rollback();
        live.refresh();
        assertThat(live.get().modelVersion()).isEqualTo("1");
    }

    @Test
    void aNewModelKeepsWhatDependsOnTheCatalogueAlone() {
        titles.save(List.of(HEAT));
        train("1");
        train("2");
        models.promote("1");
        LiveServingState live = live(titles);
        ServingState before = live.get();
        Term term = before.vocabularies().term(VocabularyKind.ERA, "90s").orElseThrow();
        float[] strengths = before.strengths(term);

        models.promote("2");
        live.refresh();

        assertThat(live.get()).isNotSameAs(before);
        assertThat(live.get().content()).isSameAs(before.content());
        assertThat(live.get().strengths(term)).isSameAs(strengths);
    }

    @Test
    void namesTheVersionThatShouldServeWhereNoneCan() {
        titles.save(List.of(HEAT));
        train("1");
        models.promote("1");
        models.remove("1");

        ServingState state = live(titles).get();

        assertThat(state.modelVersion()).isEqualTo("none");
        assertThat(state.promotedVersion()).isEqualTo("1");
    }

    @Test
    void letsTheLastGoodModelServeOnWhenTheNewOneIsUnusable() {
        titles.save(List.of(HEAT));
        train("1");
        train("2");
        models.promote("1");
        LiveServingState live = live(titles);

        models.promote("2");
        models.remove("2");
        live.refresh();
        live.refresh();

        assertThat(live.get().modelVersion()).isEqualTo("1");
        assertThat(warnings).singleElement().asString().contains("Model 2 cannot serve");
    }

    @Test
    void startsWithTheNewestUsableModelWhenTheServingOneIsUnusable() {
        titles.save(List.of(HEAT));
        train("1");
        train("2");
        models.promote("2");
        models.remove("2");

        assertThat(live(titles).get().modelVersion()).isEqualTo("1");
    }

    private static final class BrokenTitleStore implements TitleStore {
        private static OutsideFailure failure() {
            return new OutsideFailure("sqlite", "the disk is gone", true, new IllegalStateException());
        }

        @Override
        public List<Title> all() {
            throw failure();
        }

        @Override
        public Optional<Title> find(TitleId id) {
            throw failure();
        }

        @Override
        public void save(Collection<Title> saved) {
            throw failure();
        }

        @Override
        public List<Title> of(String source, Collection<TitleId> ids) {
            throw failure();
        }

        @Override
        public int delete(String source, Collection<TitleId> ids) {
            throw failure();
        }

        @Override
        public int deleteExpired() {
            throw failure();
        }

        @Override
        public int deleteBySource(String source) {
            throw failure();
        }

        @Override
        public long version() {
            throw failure();
        }
    }
}

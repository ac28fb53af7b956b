package movierec.catalogue.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import movierec.testkit.title.InMemoryTitleStore;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

class SeedCatalogueTest {
    private final InMemoryTitleStore titles = new InMemoryTitleStore();

    @Test
    void leavesAStoreThatHoldsAnythingAsItIs() {
        Title own = Title.builder(TitleId.movie(1), "Somebody's film").build();
        titles.save(List.of(own));

        assertThat(new SeedCatalogue(titles).run()).isZero();
        assertThat(titles.all()).containsExactly(own);
    }

    @Test
    void fillsAnEmptyStoreOnce() {
        int added = new SeedCatalogue(titles).run();
        long version = titles.version();

        assertThat(titles.all()).hasSize(added).hasSizeGreaterThan(800);
        assertThat(new SeedCatalogue(titles).run()).isZero();
        assertThat(titles.version()).isEqualTo(version);
    }

    @Test
    void titlesCarryTheVotesOfTheSimulatedAudience() {
        new SeedCatalogue(titles).run();

        Title godfather = titles.find(TitleId.movie(238)).orElseThrow();
        assertThat(godfather.name()).isEqualTo("The Godfather");
        assertThat(godfather.voteAverage()).isBetween(8.0, 9.5);
        assertThat(godfather.voteCount()).isGreaterThan(100);
        assertThat(titles.all()).allSatisfy(title -> {
            assertThat(title.voteAverage()).isBetween(0.0, 10.0);
            assertThat(title.popularity()).isBetween(0.0, 100.0);
        });
        assertThat(titles.all()).anyMatch(title -> title.popularity() == 100);
    }

    @Test
    void offersTheSameTitlesWithoutAStore() {
        new SeedCatalogue(titles).run();

        assertThat(SeedCatalogue.titlesWithVotes()).containsExactlyInAnyOrderElementsOf(titles.all());
    }
}

package movierec.testkit.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import movierec.title.TitleId;
import movierec.vector.TitleVector;
import movierec.vector.VectorStore;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What every {@link VectorStore} does. */
public abstract class VectorStoreContract {
    private static final TitleVector MOVIE =
            new TitleVector(TitleId.movie(7), "small", "a1", new float[] {0.6f, -0.8f});
    private static final TitleVector SHOW = new TitleVector(TitleId.tv(7), "small", "b1", new float[] {0, 1});
    private static final TitleVector OF_OTHER = new TitleVector(TitleId.movie(7), "large", "a1", new float[] {1, 0, 0});

    /** An empty store. */
    protected abstract VectorStore vectors();

    private static List<TitleVector> all(VectorStore store, String encoder) {
        List<TitleVector> all = new ArrayList<>();
        store.forEach(encoder, all::add);
        return all;
    }

    @Test
    public void isEmptyAtFirst() {
        VectorStore store = vectors();

        store.save(List.of());

        assertThat(all(store, "small")).isEmpty();
        assertThat(store.delete(List.of())).isZero();
        assertThat(store.delete(List.of(TitleId.movie(7)))).isZero();
        assertThat(store.deleteOthersThan("small")).isZero();
    }

    @Test
    public void handsOutTheVectorsOfOneEncoderOrderedById() {
        VectorStore store = vectors();
        store.save(List.of(SHOW, MOVIE, OF_OTHER));

        List<TitleVector> small = all(store, "small");

        assertThat(small).extracting(TitleVector::titleId).containsExactly(MOVIE.titleId(), SHOW.titleId());
        assertThat(small).extracting(TitleVector::contentHash).containsExactly("a1", "b1");
        assertThat(small).extracting(TitleVector::encoder).containsOnly("small");
        assertThat(small.getFirst().values()).containsExactly(MOVIE.values(), Offset.offset(0.0008f));
        assertThat(all(store, "large").getFirst().values()).containsExactly(1, 0, 0);
        assertThat(all(store, "none")).isEmpty();
    }

    @Test
    public void aLaterVectorTakesThePlaceOfTheEarlierOne() {
        VectorStore store = vectors();
        store.save(List.of(MOVIE, OF_OTHER));

        store.save(List.of(new TitleVector(MOVIE.titleId(), "small", "a2", new float[] {1, 0})));

        assertThat(all(store, "small")).singleElement().satisfies(vector -> {
            assertThat(vector.contentHash()).isEqualTo("a2");
            assertThat(vector.values()).containsExactly(1, 0);
        });
        assertThat(all(store, "large")).hasSize(1);
    }

    @Test
    public void deletesWhatAnyEncoderMadeOfATitle() {
        VectorStore store = vectors();
        store.save(List.of(MOVIE, SHOW, OF_OTHER));

        assertThat(store.delete(List.of(MOVIE.titleId(), TitleId.movie(8)))).isEqualTo(2);

        assertThat(all(store, "small")).extracting(TitleVector::titleId).containsExactly(SHOW.titleId());
        assertThat(all(store, "large")).isEmpty();
    }

    @Test
    public void deletesWhatOtherEncodersMade() {
        VectorStore store = vectors();
        store.save(List.of(MOVIE, SHOW, OF_OTHER));

        assertThat(store.deleteOthersThan("large")).isEqualTo(2);

        assertThat(all(store, "small")).isEmpty();
        assertThat(all(store, "large")).hasSize(1);
    }

    @Test
    public void handsOutThousandsOnceEachAndMayBeCalledMeanwhile() {
        VectorStore store = vectors();
        Random random = new Random(5);
        List<TitleVector> many = new ArrayList<>();
        for (int number = 1; number <= 2_500; number++) {
            many.add(new TitleVector(TitleId.movie(number), "small", "h" + number, Vectors.random(8, random)));
            many.add(new TitleVector(TitleId.tv(number), "small", "t" + number, Vectors.random(8, random)));
        }
        store.save(many);

        List<TitleId> seen = new ArrayList<>();
        store.forEach("small", vector -> {
            seen.add(vector.titleId());
            store.delete(List.of(vector.titleId()));
        });

        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSize(5_000);
        assertThat(all(store, "small")).isEmpty();
    }
}

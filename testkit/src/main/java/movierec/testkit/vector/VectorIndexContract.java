package movierec.testkit.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import movierec.title.MediaType;
import movierec.title.TitleId;
import movierec.vector.TitleVector;
import movierec.vector.VectorIndex;
import movierec.vector.VectorIndex.Neighbour;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link VectorIndex} does. Its readable twin is {@link PlainVectorIndex}. */
public abstract class VectorIndexContract {
    private static final TitleVector EAST = Vectors.of(TitleId.movie(1), 1, 0, 0);
    private static final TitleVector NORTH_EAST = Vectors.of(TitleId.tv(1), Vectors.unit(1, 1, 0));
    private static final TitleVector NORTH = Vectors.of(TitleId.movie(2), 0, 1, 0);
    private static final TitleVector WEST = Vectors.of(TitleId.movie(3), -1, 0, 0);
    private static final float[] TO_THE_EAST = {1, 0, 0};

    private final List<VectorIndex> opened = new ArrayList<>();

    /** An empty index; the suite closes it. */
    protected abstract VectorIndex open(int dimensions);

    /** The share of the true nearest ten that must be found among a few thousand vectors. */
    protected double recall() {
        return 1;
    }

    private VectorIndex index(int dimensions) {
        VectorIndex index = open(dimensions);
        opened.add(index);
        return index;
    }

    private VectorIndex compass() {
        VectorIndex index = index(3);
        index.put(List.of(WEST, NORTH, EAST, NORTH_EAST));
        return index;
    }

    @AfterEach
    void close() {
        opened.forEach(VectorIndex::close);
    }

    private static List<TitleId> ids(List<Neighbour> neighbours) {
        return neighbours.stream().map(Neighbour::titleId).toList();
    }

    @Test
    public void findsNothingWhileItIsEmpty() {
        VectorIndex index = index(3);

        assertThat(index.size()).isZero();
        assertThat(index.dimensions()).isEqualTo(3);
        assertThat(index.nearest(TO_THE_EAST, 5, titleId -> true)).isEmpty();
        assertThat(index.find(TitleId.movie(1))).isEqualTo(Optional.empty());
        index.remove(List.of(TitleId.movie(1)));
        index.put(List.of());
    }

    @Test
    public void refusesVectorsOfAnotherSizeOrLength() {
        VectorIndex index = index(3);

        assertThatThrownBy(() -> index.put(List.of(EAST, Vectors.of(TitleId.movie(9), 1, 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.put(List.of(EAST, Vectors.of(TitleId.movie(9), 2, 0, 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.put(List.of(EAST, Vectors.of(TitleId.movie(9), Float.NaN, 0, 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(index.size()).isZero();
    }

    @Test
    public void findsTheNearestFirstWithTheirCosine() {
        List<Neighbour> found = compass().nearest(TO_THE_EAST, 10, titleId -> true);

        assertThat(ids(found)).containsExactly(EAST.titleId(), NORTH_EAST.titleId(), NORTH.titleId(), WEST.titleId());
        assertThat(found.getFirst().similarity()).isCloseTo(1, Offset.offset(1e-5f));
        assertThat(found.get(1).similarity()).isCloseTo((float) Math.sqrt(0.5), Offset.offset(1e-5f));
        assertThat(found.getLast().similarity()).isCloseTo(-1, Offset.offset(1e-5f));
    }

    @Test
    public void givesNoMoreThanTheLimit() {
        assertThat(ids(compass().nearest(TO_THE_EAST, 2, titleId -> true)))
                .containsExactly(EAST.titleId(), NORTH_EAST.titleId());
        assertThat(compass().nearest(TO_THE_EAST, 0, titleId -> true)).isEmpty();
    }

    @Test
    public void looksOnUntilEnoughPassTheFilter() {
        VectorIndex index = compass();

        assertThat(ids(index.nearest(TO_THE_EAST, 2, titleId -> titleId.number() > 1)))
                .containsExactly(NORTH.titleId(), WEST.titleId());
        assertThat(ids(index.nearest(TO_THE_EAST, 5, titleId -> titleId.type() == MediaType.TV)))
                .containsExactly(NORTH_EAST.titleId());
        assertThat(index.nearest(TO_THE_EAST, 5, titleId -> false)).isEmpty();
    }

    @Test
    public void aLaterVectorTakesThePlaceOfTheEarlierOne() {
        VectorIndex index = compass();

        index.put(List.of(Vectors.of(WEST.titleId(), Vectors.unit(10, 1, 0))));

        assertThat(index.size()).isEqualTo(4);
        assertThat(ids(index.nearest(TO_THE_EAST, 2, titleId -> true))).containsExactly(EAST.titleId(), WEST.titleId());
        assertThat(index.find(WEST.titleId()).orElseThrow()).containsExactly(Vectors.unit(10, 1, 0));
    }

    @Test
    public void removedTitlesAreFoundNoMore() {
        VectorIndex index = compass();

        index.remove(List.of(WEST.titleId(), EAST.titleId(), TitleId.movie(99)));

        assertThat(index.size()).isEqualTo(2);
        assertThat(index.find(EAST.titleId())).isEqualTo(Optional.empty());
        assertThat(ids(index.nearest(TO_THE_EAST, 5, titleId -> true)))
                .containsExactly(NORTH_EAST.titleId(), NORTH.titleId());
        index.put(List.of(EAST));
        assertThat(ids(index.nearest(TO_THE_EAST, 1, titleId -> true))).containsExactly(EAST.titleId());
    }

    @Test
    public void findsWhatItsTwinFindsAlsoWithFiltersAndAfterChanges() {
        Random random = new Random(11);
        PlainVectorIndex twin = new PlainVectorIndex(48);
        VectorIndex index = index(48);
        List<TitleVector> vectors = groups(3_000, 48, random);
        List<TitleId> gone = vectors.stream()
                .map(TitleVector::titleId)
                .filter(id -> id.number() % 5 == 0)
                .toList();
        for (VectorIndex each : List.of(twin, index)) {
            for (int from = 0; from < vectors.size(); from += 400) {
                each.put(vectors.subList(from, Math.min(from + 400, vectors.size())));
            }
            each.remove(gone);
        }
        assertThat(index.size()).isEqualTo(twin.size());

        assertThat(recall(index, twin, vectors, 1)).isGreaterThanOrEqualTo(recall());
        assertThat(recall(index, twin, vectors, 3)).isGreaterThanOrEqualTo(recall());
        assertThat(recall(index, twin, vectors, 500)).isGreaterThanOrEqualTo(recall());
    }

    /** Mean over 50 queries, with one of {@code every} titles passing the filter. */
    private static double recall(VectorIndex index, VectorIndex twin, List<TitleVector> vectors, int every) {
        int wanted = 0;
        int found = 0;
        for (int i = 0; i < 50; i++) {
            float[] query = vectors.get(i * 7).values();
            Set<TitleId> truth = new HashSet<>(ids(twin.nearest(query, 10, id -> id.number() % every == 1 % every)));
            List<TitleId> nearest = ids(index.nearest(query, 10, id -> id.number() % every == 1 % every));
            assertThat(nearest).doesNotHaveDuplicates().hasSameSizeAs(truth);
            wanted += truth.size();
            found += (int) nearest.stream().filter(truth::contains).count();
        }
        return (double) found / wanted;
    }

    private static List<TitleVector> groups(int count, int dimensions, Random random) {
        List<float[]> centres = IntStream.range(0, 60)
                .mapToObj(group -> Vectors.random(dimensions, random))
                .toList();
        return IntStream.rangeClosed(1, count)
                .mapToObj(number ->
                        Vectors.of(TitleId.movie(number), Vectors.near(centres.get(number % 60), 0.7, random)))
                .toList();
    }

    @Test
    public void searchesWhileItChangesAlwaysSeeWhatStays() throws InterruptedException {
        VectorIndex index = compass();
        Random random = new Random(3);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicReference<List<Throwable>> failures = new AtomicReference<>(List.of());
        Thread searching = Thread.ofPlatform().start(() -> {
            try {
                while (!stop.get()) {
                    assertThat(ids(index.nearest(TO_THE_EAST, 1, titleId -> true)))
                            .containsExactly(EAST.titleId());
                }
            } catch (Throwable failure) {
                failures.set(List.of(failure));
            }
        });

        for (int i = 0; i < 40; i++) {
            TitleId first = TitleId.movie(100 + i);
            TitleId second = TitleId.tv(100 + i);
            index.put(List.of(
                    Vectors.of(first, Vectors.random(3, random)), Vectors.of(second, Vectors.random(3, random))));
            index.remove(List.of(first, NORTH.titleId()));
        }
        stop.set(true);
        searching.join();

        assertThat(failures.get()).isEmpty();
        assertThat(index.size()).isEqualTo(3 + 40);
    }
}

package movierec.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import movierec.testkit.vector.VectorIndexContract;
import movierec.testkit.vector.Vectors;
import movierec.title.TitleId;
import movierec.vector.TitleVector;
import movierec.vector.VectorIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With so low a limit the larger tests of the suite change over to the graph half-way. */
final class EmbeddedVectorIndexTest extends VectorIndexContract {
    private static final int EXACT_UP_TO = 30;

    @TempDir
    Path folder;

    @Override
    protected VectorIndex open(int dimensions) {
        return new EmbeddedVectorIndex(dimensions, folder, EXACT_UP_TO);
    }

    @Override
    protected double recall() {
        return 0.98;
    }

    @Test
    void changesOverToTheGraphWhenItHasGrownAndLosesNothing() {
        Random random = new Random(1);
        List<TitleVector> vectors = random.ints(EXACT_UP_TO + 1, 1, 1_000_000)
                .distinct()
                .mapToObj(number -> Vectors.of(TitleId.movie(number), Vectors.random(16, random)))
                .toList();
        VectorIndex index = open(16);

        index.put(vectors.subList(0, EXACT_UP_TO));
        assertThat(folder).isEmptyDirectory();
        index.put(vectors);

        assertThat(folder).isNotEmptyDirectory();
        assertThat(index.size()).isEqualTo(EXACT_UP_TO + 1);
        for (TitleVector vector : vectors) {
            assertThat(index.find(vector.titleId()).orElseThrow()).containsExactly(vector.values());
            assertThat(index.nearest(vector.values(), 1, titleId -> true)
                            .getFirst()
                            .titleId())
                    .isEqualTo(vector.titleId());
        }
        index.close();
    }
}

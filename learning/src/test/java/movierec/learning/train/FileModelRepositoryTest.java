package movierec.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import movierec.learning.FittedEnsemble;
import movierec.learning.ItemWeights;
import movierec.learning.matrix.Interactions;
import movierec.model.CollaborativeModel;
import movierec.model.ModelInfo;
import movierec.model.ModelRepository;
import movierec.model.UnusableSnapshot;
import movierec.testkit.model.ModelInfos;
import movierec.testkit.model.ModelRepositoryContract;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileModelRepositoryTest extends ModelRepositoryContract {
    private static final List<TitleId> TITLES = List.of(TitleId.movie(1), TitleId.tv(1));

    @TempDir
    private Path folder;

    @Override
    protected ModelRepository models() {
        return new FileModelRepository(folder);
    }

    @Override
    protected void keep(String version) {
        ItemWeights weights = new ItemWeights(Interactions.builder(2, 2)
                .add(0, 1, 0.5f)
                .add(1, 0, 0.25f)
                .build()
                .byUser());
        new FileModelRepository(folder).add(ModelInfos.version(version), TITLES, alone(weights), new int[] {3, 1});
    }

    @Override
    protected void damage(String version) {
        rewrite(version, bytes -> {
            bytes[bytes.length / 2] ^= 1;
            return bytes;
        });
    }

    @Test
    void everyFlippedByteIsNoticed() throws IOException {
        keep("v1");
        byte[] good = Files.readAllBytes(file("v1"));

        for (int b = 0; b < good.length; b++) {
            byte[] bad = good.clone();
            bad[b] ^= 0x10;
            Files.write(file("v1"), bad);

            assertThatThrownBy(() -> models().open("v1"))
                    .as("byte %d", b)
                    .isInstanceOf(UnusableSnapshot.class)
                    .hasMessageContaining("v1");
        }
    }

    @Test
    void everyCutIsNoticed() throws IOException {
        keep("v1");
        byte[] good = Files.readAllBytes(file("v1"));

        for (int length = 0; length < good.length; length++) {
            Files.write(file("v1"), Arrays.copyOf(good, length));

            assertThatThrownBy(() -> models().open("v1")).isInstanceOf(UnusableSnapshot.class);
        }
    }

    @Test
    void aNewerFormatSaysThatTheProgramIsTooOld() {
        keep("v1");
        rewrite("v1", bytes -> {
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 3);
            return bytes;
        });

        assertThatThrownBy(() -> models().open("v1")).hasMessageContaining("update MovieRec");
    }

    @Test
    void anotherProcessSeesAPromotion() {
        ModelRepository other = models();
        keep("v1");
        models().promote("v1");

        assertThat(other.servingVersion()).contains("v1");
    }

    @Test
    void anOpenModelAnswersOnAfterItsFileIsGone() throws IOException {
        keep("v1");
        CollaborativeModel model = models().open("v1");

        Files.delete(file("v1"));

        assertThat(model.foldIn(new int[] {0}, new float[] {2}).scores()).containsExactly(0, 1);
    }

    @Test
    void damageAfterTheFirstListIsNoticed() throws IOException {
        FileModelRepository models = new FileModelRepository(folder);
        keep("v1");
        assertThat(models.list()).hasSize(1);

        Files.write(file("v1"), new byte[] {1});

        assertThat(models.list()).isEmpty();
    }

    @Test
    void leftoversOfADeadWriterAreRemoved() throws IOException {
        Path leftover = Files.write(folder.resolve("v9.model.tmp"), new byte[100]);

        assertThat(models().list()).isEmpty();
        assertThat(leftover).doesNotExist();
    }

    @Test
    void aWriteThatFailsLeavesNothingBehind() {
        ItemWeights weights = new ItemWeights(Interactions.builder(1, 1).build().byUser());

        assertThatThrownBy(() -> new FileModelRepository(folder)
                        .add(ModelInfos.version("v1"), List.of(), alone(weights), new int[1]))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(folder.toFile().list()).containsExactly(".lock");
    }

    @Test
    void keepsTheNewestAndWhatCouldServeAgain() {
        for (int v = 1; v <= 9; v++) {
            keep("v" + v);
        }
        models().promote("v1");
        models().promote("v2");

        int deleted = new FileModelRepository(folder).prune();

        assertThat(deleted).isEqualTo(2);
        assertThat(models().list())
                .extracting(ModelInfo::version)
                .containsExactly("v9", "v8", "v7", "v6", "v5", "v2", "v1");
    }

    @Test
    void writersAtTheSameTimeLoseNothing() {
        IntStream.range(1, 9).parallel().forEach(v -> {
            keep("v" + v);
            models().promote("v" + v);
        });

        assertThat(models().list()).hasSize(8);
        assertThat(models().open(models().servingVersion().orElseThrow()).itemCount())
                .isEqualTo(2);
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
    }

    private static FittedEnsemble alone(ItemWeights weights) {
        return new FittedEnsemble(List.of(new FittedEnsemble.Member("ease", weights, 1)));
    }

    private Path file(String version) {
        return folder.resolve(version + ".model");
    }

    private void rewrite(String version, UnaryOperator<byte[]> change) {
        try {
            Files.write(file(version), change.apply(Files.readAllBytes(file(version))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

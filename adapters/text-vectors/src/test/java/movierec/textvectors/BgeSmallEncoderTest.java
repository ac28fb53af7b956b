package movierec.textvectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import movierec.failure.OutsideFailure;
import movierec.vector.TextEncoder;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BgeSmallEncoderTest {
    private static final String SPACE = "Rebels fight an evil galactic empire with starships.";
    private static final String KITCHEN = "A young chef opens a small restaurant in Lyon.";

    @TempDir
    static Path cache;

    private static TextEncoder encoder;

    @BeforeAll
    static void open() {
        encoder = BgeSmallEncoder.open(cache);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    private static float cosine(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Test
    void saysForWhichPlatformsThereAreLibraries() {
        assertThatThrownBy(() -> ModelFiles.unpack(cache.resolve("other"), "Linux", "riscv64"))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("no native library for Linux on riscv64");
        assertThatThrownBy(() -> ModelFiles.unpack(cache.resolve("other"), "Mac OS X", "x86_64"))
                .isInstanceOf(OutsideFailure.class);
        assertThat(cache.resolve("other")).doesNotExist();
    }

    @Test
    void unpacksForEveryPlatformThatItNames() {
        for (List<String> platform : List.of(
                List.of("Linux", "amd64"),
                List.of("Linux", "aarch64"),
                List.of("Mac OS X", "aarch64"),
                List.of("Windows 11", "amd64"))) {
            ModelFiles files = ModelFiles.unpack(
                    cache.resolve(platform.getFirst() + platform.getLast()), platform.getFirst(), platform.getLast());

            assertThat(files.model()).isNotEmptyFile();
            assertThat(files.folder()).isDirectoryNotContaining("glob:**.part");
        }
    }

    @Test
    void refusesABlankText() {
        assertThatThrownBy(() -> encoder.encode(" \n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> encoder.encodeQuery("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToWorkOnceItIsClosed() {
        TextEncoder another = BgeSmallEncoder.open(cache);
        another.close();
        another.close();

        assertThatThrownBy(() -> another.encode(SPACE)).isInstanceOf(OutsideFailure.class);
        assertThat(encoder.encode(SPACE)).hasSize(BgeSmallEncoder.DIMENSIONS);
    }

    @Test
    void nonsenseIsRelevantToNothing() {
        assertThat(cosine(encoder.encodeQuery("asdf qwer"), encoder.encode(SPACE)))
                .isLessThan(encoder.leastRelevance());
        assertThat(cosine(encoder.encodeQuery("rebels in space"), encoder.encode(SPACE)))
                .isGreaterThan(encoder.leastRelevance());
    }

    @Test
    void givesUnitVectorsThatAreNearWhereTheMeaningIs() {
        float[] query = encoder.encodeQuery("space opera about a rebellion");

        assertThat(query).hasSize(encoder.dimensions());
        assertThat(cosine(query, query)).isCloseTo(1, Offset.offset(1e-4f));
        assertThat(cosine(query, encoder.encode(SPACE))).isGreaterThan(cosine(query, encoder.encode(KITCHEN)) + 0.1f);
    }

    @Test
    void takesTextsOfAnyLengthAndScript() {
        for (String text : List.of("千と千尋の神隠し", "🎬", "a", "\u0000", "word ".repeat(100_000))) {
            float[] vector = encoder.encode(text);

            assertThat(cosine(vector, vector)).isCloseTo(1, Offset.offset(1e-4f));
        }
    }

    @Test
    void givesTheSameVectorEveryTimeFromManyThreads() throws InterruptedException, ExecutionException {
        float[] alone = encoder.encode(SPACE);

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<float[]>> together = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> encoder.encode(SPACE)))
                    .toList();
            for (Future<float[]> each : together) {
                assertThat(each.get()).containsExactly(alone);
            }
        }
    }
}

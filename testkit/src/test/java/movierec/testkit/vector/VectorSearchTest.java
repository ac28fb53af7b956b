package movierec.testkit.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import movierec.failure.OutsideFailure;
import movierec.title.MediaType;
import movierec.title.TitleId;
import movierec.vector.TextEncoder;
import movierec.vector.TitleVector;
import movierec.vector.VectorSearch;
import org.junit.jupiter.api.Test;

/** Here and not beside {@link VectorSearch}, whose module cannot see these fakes. */
final class VectorSearchTest {
    private static final TitleId LIGHTHOUSE = TitleId.movie(1);
    private static final TitleId LIGHTHOUSE_SHOW = TitleId.tv(1);
    private static final TitleId KITCHEN = TitleId.movie(2);

    private final WordEncoder encoder = new WordEncoder("words", 256);
    private final PlainVectorIndex index = new PlainVectorIndex(256);
    private final List<String> warnings = new ArrayList<>();
    private final VectorSearch search = new VectorSearch(() -> Optional.of(encoder), index, 2, warnings::add);

    private void fill() {
        index.put(List.of(
                vector(LIGHTHOUSE, "a widow tends a lighthouse by the sea"),
                vector(LIGHTHOUSE_SHOW, "lighthouse sea"),
                vector(KITCHEN, "young chef opens restaurant")));
    }

    private TitleVector vector(TitleId titleId, String text) {
        return new TitleVector(titleId, encoder.name(), "hash", encoder.encode(text));
    }

    @Test
    void findsNothingForABlankTextAndEncodesNothingWhileThereAreNoVectors() {
        assertThat(search.search("lighthouse", 10, titleId -> true)).isEmpty();
        assertThat(encoder.encoded()).isZero();
        fill();
        assertThat(search.search("  ", 10, titleId -> true)).isEmpty();
        assertThat(search.search("lighthouse", 0, titleId -> true)).isEmpty();
    }

    @Test
    void findsNothingWhileTheEncoderIsNotThere() {
        fill();

        assertThat(new VectorSearch(Optional::empty, index, 1, warnings::add).search("sea", 10, titleId -> true))
                .isEmpty();
    }

    @Test
    void findsTheNearestThatPassTheFilterAndNothingIrrelevant() {
        fill();

        assertThat(search.search("lighthouse sea", 10, titleId -> true)).containsExactly(LIGHTHOUSE_SHOW, LIGHTHOUSE);
        assertThat(search.search("lighthouse sea", 10, titleId -> titleId.type() == MediaType.MOVIE))
                .containsExactly(LIGHTHOUSE);
        assertThat(search.search("dinosaurs", 10, titleId -> true)).isEmpty();
    }

    @Test
    void remembersSomeTextsButNotEndlesslyMany() {
        fill();
        int before = encoder.encoded();

        search.search("sea", 10, titleId -> true);
        search.search(" sea ", 10, titleId -> true);
        assertThat(encoder.encoded()).isEqualTo(before + 1);

        IntStream.range(0, 1_000).forEach(i -> search.search("text" + i, 10, titleId -> true));
        search.search("sea", 10, titleId -> true);
        assertThat(encoder.encoded()).isEqualTo(before + 1_002);
    }

    @Test
    void goesOnWithoutMeaningWhenTheEncoderFailsOrIsBusy() throws InterruptedException {
        fill();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        TextEncoder slowThenBroken = new BrokenEncoder(() -> {
            inside.countDown();
            await(enough);
        });
        VectorSearch broken = new VectorSearch(() -> Optional.of(slowThenBroken), index, 1, warnings::add);
        Thread first = Thread.ofVirtual().start(() -> broken.search("sea", 10, titleId -> true));
        inside.await();

        assertThat(broken.search("lighthouse", 10, titleId -> true))
                .as("while another text is encoded")
                .isEmpty();
        enough.countDown();
        first.join();

        assertThat(warnings).singleElement().asString().contains("by words alone", "out of order");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Does something, then fails. */
    private record BrokenEncoder(Runnable before) implements TextEncoder {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public int dimensions() {
            return 256;
        }

        @Override
        public float leastRelevance() {
            return 0;
        }

        @Override
        public float[] encode(String text) {
            before.run();
            throw new OutsideFailure("encoder", "out of order", false, new IllegalStateException());
        }

        @Override
        public float[] encodeQuery(String text) {
            return encode(text);
        }

        @Override
        public void close() {}
    }
}

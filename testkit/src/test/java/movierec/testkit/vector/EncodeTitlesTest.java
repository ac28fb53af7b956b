package movierec.testkit.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import movierec.failure.OutsideFailure;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.vector.EncodeTitles;
import movierec.vector.EncodeTitles.Outcome;
import movierec.vector.EncodeTitles.Watcher;
import movierec.vector.TitleVector;
import org.junit.jupiter.api.Test;

/** Here and not beside {@link EncodeTitles}, whose module cannot see these fakes. */
final class EncodeTitlesTest {
    private static final int DIMENSIONS = 16;

    private final WordEncoder encoder = new WordEncoder("words", DIMENSIONS);
    private final InMemoryVectorStore store = new InMemoryVectorStore();
    private final PlainVectorIndex index = new PlainVectorIndex(DIMENSIONS);
    private final EncodeTitles encodeTitles = over(index);

    private EncodeTitles over(PlainVectorIndex other) {
        return new EncodeTitles(encoder.name(), () -> encoder, store, other, () -> true);
    }

    private static List<Title> titles(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Title.builder(TitleId.movie(number), "Film number " + number)
                        .popularity(number)
                        .build())
                .toList();
    }

    private List<TitleId> kept(String name) {
        List<TitleId> kept = new ArrayList<>();
        store.forEach(name, vector -> kept.add(vector.titleId()));
        return kept;
    }

    @Test
    void asksForNoEncoderWhereThereIsNothingToEncode() {
        EncodeTitles without = new EncodeTitles(
                "words",
                () -> {
                    throw new AssertionError("loaded for nothing");
                },
                store,
                index,
                () -> true);

        assertThat(without.run(List.of(), Watcher.NONE)).isEqualTo(new Outcome(0, 0, 0, true));
    }

    @Test
    void encodesEveryTitleOnceAndSaysHowFarItIs() {
        List<Integer> done = new ArrayList<>();

        Outcome first = encodeTitles.run(titles(70), (now, all) -> {
            assertThat(all).isEqualTo(70);
            done.add(now);
        });
        Outcome second = encodeTitles.run(titles(70), Watcher.NONE);

        assertThat(first).isEqualTo(new Outcome(70, 70, 0, true));
        assertThat(second).isEqualTo(new Outcome(70, 0, 0, true));
        assertThat(done).isSorted().endsWith(70).hasSizeGreaterThan(1);
        assertThat(encoder.encoded()).isEqualTo(70);
        assertThat(index.size()).isEqualTo(70);
        assertThat(kept("words")).hasSize(70);
    }

    @Test
    void takesUpWhatWasKeptAndEncodesOnlyWhatChanged() {
        encodeTitles.run(titles(40), Watcher.NONE);
        List<Title> changed = new ArrayList<>(titles(41));
        changed.set(4, changed.get(4).toBuilder().overview("Something new").build());
        changed.set(6, changed.get(6).toBuilder().popularity(500).build());
        PlainVectorIndex afterARestart = new PlainVectorIndex(DIMENSIONS);

        Outcome outcome = over(afterARestart).run(changed, Watcher.NONE);

        assertThat(outcome).isEqualTo(new Outcome(41, 2, 0, true));
        assertThat(encoder.encoded()).isEqualTo(42);
        assertThat(afterARestart.size()).isEqualTo(41);
        assertThat(afterARestart.find(TitleId.movie(5)).orElseThrow())
                .isNotEqualTo(index.find(TitleId.movie(5)).orElseThrow());
    }

    @Test
    void deletesWhatIsGoneNowAndWhatWentWhileItWasAway() {
        store.save(List.of(
                new TitleVector(TitleId.tv(9), "words", "of before", new float[DIMENSIONS]),
                new TitleVector(TitleId.movie(1), "another", "of before", new float[3])));

        assertThat(encodeTitles.run(titles(5), Watcher.NONE)).isEqualTo(new Outcome(5, 5, 2, true));
        assertThat(encodeTitles.run(titles(3), Watcher.NONE)).isEqualTo(new Outcome(3, 0, 2, true));

        assertThat(kept("words")).containsExactly(TitleId.movie(1), TitleId.movie(2), TitleId.movie(3));
        assertThat(kept("another")).isEmpty();
        assertThat(index.size()).isEqualTo(3);
    }

    @Test
    void beginsWithThePopularAndGoesOnWhereItWasStopped() {
        AtomicInteger left = new AtomicInteger(60);
        EncodeTitles stopped = new EncodeTitles("words", () -> encoder, store, index, () -> left.decrementAndGet() > 0);

        Outcome outcome = stopped.run(titles(100), Watcher.NONE);

        assertThat(outcome.finished()).isFalse();
        assertThat(outcome.encoded()).isBetween(1, 59).isEqualTo(index.size()).isEqualTo(outcome.ready());
        assertThat(index.find(TitleId.movie(100))).isPresent();
        assertThat(index.find(TitleId.movie(1))).isEmpty();
        assertThat(encodeTitles.run(titles(100), Watcher.NONE).encoded()).isEqualTo(100 - outcome.encoded());
    }

    @Test
    void keepsWhatItHadWhenTheEncoderFails() {
        AtomicInteger left = new AtomicInteger(50);
        EncodeTitles failing = new EncodeTitles(
                "words",
                () -> {
                    if (left.decrementAndGet() < 0) {
                        throw new OutsideFailure("encoder", "out of order", true, new IllegalStateException());
                    }
                    return encoder;
                },
                store,
                index,
                () -> true);

        assertThatThrownBy(() -> failing.run(titles(100), Watcher.NONE)).isInstanceOf(OutsideFailure.class);

        assertThat(kept("words")).isNotEmpty().hasSize(index.size());
        left.set(1_000);
        assertThat(failing.run(titles(100), Watcher.NONE)).isEqualTo(new Outcome(100, 100 - 32, 0, true));
    }
}

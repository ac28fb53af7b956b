package movierec.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import movierec.model.CorpusStore;
import movierec.model.RatingCorpus;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

/** What every {@link CorpusStore} must do. */
public abstract class CorpusStoreContract {
    /** The same store each time within one test; empty at its start. */
    protected abstract CorpusStore corpora();

    @Test
    void isEmptyAtFirst() {
        assertThat(corpora().all()).isEmpty();
        assertThat(corpora().delete("movielens")).isFalse();
    }

    @Test
    void givesBackEveryRatingAsItWas() {
        List<String> ratings = List.of(
                line(1, TitleId.movie(550), 4.5f, 1_700_000_000L),
                line(1, TitleId.tv(1396), Float.NaN, 0),
                line(-7, TitleId.movie(999_999_999), 0.5f, 4_000_000_000L));

        long saved = corpora().save(corpus("movielens", ratings));

        assertThat(saved).isEqualTo(3);
        assertThat(corpora().all()).singleElement().satisfies(corpus -> {
            assertThat(corpus.name()).isEqualTo("movielens");
            assertThat(lines(corpus)).containsExactlyElementsOf(ratings);
        });
    }

    @Test
    void anEmptyCorpusIsACorpus() {
        assertThat(corpora().save(corpus("empty", List.of()))).isZero();

        assertThat(corpora().all()).singleElement().satisfies(corpus -> assertThat(lines(corpus))
                .isEmpty());
    }

    @Test
    void namesThatLookAlikeStayApart() {
        List<String> names = List.of("a", "a/../b", "A", "Ünïcode ☕", "x".repeat(300), "");

        names.forEach(name -> corpora().save(corpus(name, List.of())));

        assertThat(corpora().all()).extracting(RatingCorpus::name).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void aCorpusOfTheSameNameReplacesTheOldOne() {
        corpora().save(corpus("movielens", List.of(line(1, TitleId.movie(1), 1, 1))));
        List<String> newer = List.of(line(2, TitleId.movie(2), 2, 2));

        corpora().save(corpus("movielens", newer));

        assertThat(corpora().all()).singleElement().satisfies(corpus -> assertThat(lines(corpus))
                .containsExactlyElementsOf(newer));
    }

    @Test
    void aCorpusThatFailsHalfwayLeavesTheOldOne() {
        List<String> old = List.of(line(1, TitleId.movie(1), 1, 1));
        corpora().save(corpus("movielens", old));

        assertThatThrownBy(() -> corpora().save(failing("movielens"))).isInstanceOf(IllegalStateException.class);

        assertThat(corpora().all()).singleElement().satisfies(corpus -> assertThat(lines(corpus))
                .containsExactlyElementsOf(old));
    }

    @Test
    void aDeletedCorpusIsGone() {
        corpora().save(corpus("movielens", List.of()));

        assertThat(corpora().delete("movielens")).isTrue();
        assertThat(corpora().all()).isEmpty();
    }

    private static List<String> lines(RatingCorpus corpus) {
        List<String> lines = new ArrayList<>();
        corpus.forEach((user, titleId, rating, second) -> lines.add(line(user, titleId, rating, second)));
        return lines;
    }

    private static String line(int user, TitleId titleId, float rating, long epochSecond) {
        return user + " " + titleId + " " + rating + " " + epochSecond;
    }

    private static RatingCorpus corpus(String name, List<String> lines) {
        return new Corpus(name, visitor -> {
            for (String line : lines) {
                String[] words = line.split(" ", -1);
                visitor.rating(
                        Integer.parseInt(words[0]),
                        TitleId.parse(words[1]).orElseThrow(),
                        Float.parseFloat(words[2]),
                        Long.parseLong(words[3]));
            }
        });
    }

    private static RatingCorpus failing(String name) {
        return new Corpus(name, visitor -> {
            visitor.rating(1, TitleId.movie(1), 3, 0);
            throw new IllegalStateException("the source broke");
        });
    }

    private record Corpus(String name, Source source) implements RatingCorpus {
        @Override
        public void forEach(Visitor visitor) {
            source.giveTo(visitor);
        }
    }

    private interface Source {
        void giveTo(RatingCorpus.Visitor visitor);
    }
}

package movierec.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import movierec.learning.Progress;
import movierec.learning.UnusableData;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.split.InteractionLog;
import movierec.learning.train.TuneBlend.TunedBlend;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

class TuneBlendTest {
    private static final List<Genre> GENRES = List.of(Genre.CRIME, Genre.FAMILY, Genre.ROMANCE, Genre.COMEDY);
    private static final int PER_GENRE = 60;
    private static final List<Title> CATALOGUE = IntStream.range(0, GENRES.size() * PER_GENRE)
            .mapToObj(i -> Title.builder(TitleId.movie(i + 1), "Movie " + i)
                    .genres(List.of(GENRES.get(i / PER_GENRE)))
                    .build())
            .toList();

    /** Everybody watches 36 titles of any kind, then 14 of one genre, of which the model sees four: too few to learn from. */
    private static TrainingSet newlyFoundTastes(boolean timed) {
        Random random = new Random(11);
        InteractionLog.Builder log = new InteractionLog.Builder(CATALOGUE.size());
        for (int user = 0; user < 60; user++) {
            int genre = random.nextInt(GENRES.size());
            List<Integer> ofGenre = some(genre * PER_GENRE, (genre + 1) * PER_GENRE, 14, random);
            List<Integer> titles = new ArrayList<>(some(0, CATALOGUE.size(), 50, random));
            titles.removeAll(ofGenre);
            titles = new ArrayList<>(titles.subList(0, 36));
            titles.addAll(ofGenre);
            for (int n = 0; n < titles.size(); n++) {
                log.add(user, titles.get(n), timed ? 1_000_000 + 1_000L * n + user : 0);
            }
        }
        return new TrainingSet(log.build(), CATALOGUE.stream().map(Title::id).toList(), List.of("made up"), false);
    }

    private static List<Integer> some(int from, int to, int count, Random random) {
        List<Integer> all = new ArrayList<>(IntStream.range(from, to).boxed().toList());
        Collections.shuffle(all, random);
        return all.subList(0, count);
    }

    @Test
    void hearsTheLayerThatKnowsWhatComesNext() {
        TunedBlend tuned = TuneBlend.run(newlyFoundTastes(true), CATALOGUE, TrainingProfile.DEFAULT, Progress.NONE);

        assertThat(tuned.isAdopted()).isTrue();
        assertThat(tuned.share()).isBetween(0.0, 0.5);
        assertThat(tuned.validation().after()).isGreaterThan(tuned.validation().before());
        assertThat(tuned.test().after()).isGreaterThan(tuned.test().before());
    }

    @Test
    void needsTimes() {
        assertThatThrownBy(
                        () -> TuneBlend.run(newlyFoundTastes(false), CATALOGUE, TrainingProfile.DEFAULT, Progress.NONE))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("time");
    }

    @Test
    void needsUsersWhoComeBackToTitlesOfTheCatalogue() {
        List<Title> others =
                List.of(Title.builder(TitleId.movie(9_999), "Unheard of").build());

        assertThatThrownBy(() -> TuneBlend.run(newlyFoundTastes(true), others, TrainingProfile.DEFAULT, Progress.NONE))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("there are 0");
    }
}

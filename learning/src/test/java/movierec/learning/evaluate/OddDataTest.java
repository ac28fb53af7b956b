package movierec.learning.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import movierec.learning.Progress;
import movierec.learning.UnusableData;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.split.Protocol;
import movierec.learning.train.TrainingSet;
import movierec.model.RatingCorpus;
import movierec.model.RatingCorpus.Visitor;
import movierec.title.TitleId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Data nobody would wish for, from the corpus to the report. */
class OddDataTest {
    private static final List<ModelChoice> QUICK = List.of(ModelChoice.POPULARITY, ModelChoice.KNN, ModelChoice.EDLAE);

    @Test
    void tooLittleIsRefusedInWordsByEveryProtocol() {
        Consumer<Visitor> nothing = ratings -> {};
        Consumer<Visitor> oneUser = ratings -> rate(ratings, 1, 30, 5);
        Consumer<Visitor> oneItem = ratings -> {
            for (int user = 0; user < 30; user++) {
                ratings.rating(user, TitleId.movie(1), 5, 1 + user);
            }
        };
        Consumer<Visitor> nobodyLikesAnything = ratings -> {
            for (int user = 0; user < 30; user++) {
                rate(ratings, user, 20, 3);
            }
        };

        for (Consumer<Visitor> data : List.of(nothing, oneUser, oneItem, nobodyLikesAnything)) {
            for (Protocol protocol : Protocol.values()) {
                assertThatThrownBy(() -> evaluate(protocol, data))
                        .isInstanceOf(UnusableData.class)
                        .hasMessageContaining("at least 2 users with 5 positives");
            }
        }
    }

    @Test
    void everybodyLikingEverythingLeavesNothingToTell() {
        EvaluationResult result = evaluate(Protocol.STRONG, ratings -> {
            for (int user = 0; user < 30; user++) {
                rate(ratings, user, 20, 5);
            }
        });

        // Whoever folds in 16 of 20 titles is left with the 4 targets.
        assertThat(result.models())
                .allSatisfy(model -> assertThat(model.metric("recall@20")).isEqualTo(1));
    }

    @Test
    void repeatedRatingsCountOnce() {
        Consumer<Visitor> once = ratings -> random(ratings, new Random(1));
        Consumer<Visitor> twice = ratings -> {
            random(ratings, new Random(1));
            random(ratings, new Random(1));
        };

        assertThat(evaluate(Protocol.STRONG, twice).models().get(2).metrics())
                .isEqualTo(evaluate(Protocol.STRONG, once).models().get(2).metrics());
    }

    @Test
    void someoneWithAHundredThousandTitlesDoesNoHarm() {
        Consumer<Visitor> data = ratings -> {
            random(ratings, new Random(1));
            rate(ratings, 1_000, 100_000, 5);
        };
        TrainingSet training = training(data);

        assertThat(training.titles()).hasSizeLessThan(21_000);
        EvaluationResult result = evaluate(Protocol.LEAVE_ONE_OUT, training, List.of(ModelChoice.POPULARITY));
        assertThat(result.models().getFirst().metric("ndcg@100")).isBetween(0.0, 1.0);
        assertThat(result.users()).isEqualTo(41);
    }

    @Property(tries = 25)
    void whateverTheDataEveryMetricIsFiniteAndWithinItsScale(@ForAll long seed) {
        Random random = new Random(seed);
        Protocol protocol = Protocol.values()[random.nextInt(3)];

        EvaluationResult result = evaluate(protocol, ratings -> random(ratings, new Random(seed)));

        assertThat(result.models()).allSatisfy(model -> model.metrics().forEach((metric, value) -> assertThat(value)
                .as(metric)
                .isBetween(-1e-9, metric.startsWith("novelty") ? Math.log(40) / Math.log(2) : 1 + 1e-9)));
    }

    /** Forty users with up to 30 of 50 titles. */
    private static void random(Visitor ratings, Random random) {
        for (int user = 0; user < 40; user++) {
            for (int n = 0; n < 30; n++) {
                int rating = 1 + random.nextInt(5);
                ratings.rating(
                        user,
                        TitleId.movie(1 + random.nextInt(50)),
                        rating <= 3 ? 4 : rating,
                        1 + random.nextInt(9_999));
            }
        }
    }

    private static void rate(Visitor ratings, int user, int titles, float rating) {
        for (int title = 1; title <= titles; title++) {
            ratings.rating(user, TitleId.movie(title), rating, 1 + title);
        }
    }

    private static TrainingSet training(Consumer<Visitor> ratings) {
        return TrainingSet.of(List.of(new RatingCorpus() {
            @Override
            public String name() {
                return "odd";
            }

            @Override
            public void forEach(Visitor visitor) {
                ratings.accept(visitor);
            }
        }));
    }

    private static EvaluationResult evaluate(Protocol protocol, Consumer<Visitor> ratings) {
        return evaluate(protocol, training(ratings), QUICK);
    }

    private static EvaluationResult evaluate(Protocol protocol, TrainingSet data, List<ModelChoice> models) {
        Plan plan = new Plan(
                "odd",
                protocol,
                models.stream()
                        .map(choice -> Plan.Contestant.of(choice, TrainingProfile.DEFAULT))
                        .toList(),
                List.of(),
                1,
                1,
                "edlae");
        return new Evaluation(InstantSource.system()).run(plan, data.log(), Progress.NONE);
    }
}

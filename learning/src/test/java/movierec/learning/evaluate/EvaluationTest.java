package movierec.learning.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import movierec.learning.FittedModel;
import movierec.learning.Progress;
import movierec.learning.SharedData;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.evaluate.EvaluationResult.ModelResult;
import movierec.learning.split.HeldOutUser;
import movierec.learning.split.InteractionLog;
import movierec.learning.split.Protocol;
import movierec.model.FoldedIn;
import movierec.testkit.model.Checkerboard;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final List<ModelChoice> MODELS = List.of(ModelChoice.POPULARITY, ModelChoice.KNN, ModelChoice.EDLAE);

    private final Evaluation evaluation = new Evaluation(Clock.systemUTC());

    @Test
    void reportsEveryModelWithEveryMetricAndItsInterval() {
        EvaluationResult result = board(Protocol.STRONG, 1, Progress.NONE);

        assertThat(result.models()).extracting(ModelResult::name).containsExactly("popularity", "knn", "edlae");
        assertThat(result.users()).isEqualTo(60);
        assertThat(result.items()).isEqualTo(60);
        assertThat(result.interactions()).isEqualTo(60 * 29);
        assertThat(result.testUsers()).isEqualTo(6);
        assertThat(result.models()).allSatisfy(model -> {
            assertThat(model.metrics().keySet())
                    .containsExactly(
                            "ndcg@10",
                            "ndcg@100",
                            "recall@20",
                            "recall@50",
                            "hr@10",
                            "mrr",
                            "novelty@20",
                            "diversity@20",
                            "popularity@20",
                            "coverage");
            assertThat(model.metrics().values()).allMatch(value -> value >= 0);
            model.ci95().forEach((name, interval) -> assertThat(model.metrics().get(name))
                    .isBetween(interval.low(), interval.high()));
        });
    }

    @Test
    void isTheSameForTheSameSeed() {
        List<ModelResult> first = board(Protocol.STRONG, 1, Progress.NONE).models();
        List<ModelResult> second = board(Protocol.STRONG, 1, Progress.NONE).models();

        assertThat(second)
                .extracting(ModelResult::metrics)
                .isEqualTo(first.stream().map(ModelResult::metrics).toList());
    }

    @Test
    void repeatedSplitsCountEveryUserOnceAndComparePairwise() {
        EvaluationResult once = board(Protocol.STRONG, 1, Progress.NONE);
        EvaluationResult often = board(Protocol.STRONG, 12, Progress.NONE);

        assertThat(often.testUsers()).isBetween(2 * once.testUsers(), often.users());
        assertThat(often.comparisonOf("popularity").orElseThrow()).satisfies(comparison -> {
            assertThat(comparison.other()).isEqualTo("edlae");
            assertThat(comparison.difference().mean())
                    .isCloseTo(
                            often.models().get(0).metric("ndcg@100")
                                    - often.models().get(2).metric("ndcg@100"),
                            within(1e-12))
                    .isNegative();
        });
        assertThat(often.comparisonOf("edlae").orElseThrow().other())
                .as("the baseline itself is compared with the best other model")
                .isEqualTo("knn");
        assertThat(once.comparisons()).hasSize(3);
    }

    @Test
    void aRepeatedSplitOfAProtocolWithoutChanceIsNoPlan() {
        assertThatThrownBy(() -> board(Protocol.TEMPORAL, 2, Progress.NONE)).hasMessageContaining("temporal");
    }

    @Test
    void tellsHowFarItIs() {
        List<String> steps = Collections.synchronizedList(new ArrayList<>());

        board(Protocol.LEAVE_ONE_OUT, 1, (task, done, total) -> steps.add(task + " " + done + "/" + total));

        assertThat(steps).contains("fit edlae 1/1", "evaluate edlae 60/60");
    }

    @Test
    void neverRanksWhatTheUserHasOrWhatNobodyTrained() {
        boolean[] candidates = {true, true, true, false};
        HeldOutUser user = new HeldOutUser(0, new int[] {0}, new int[] {2});
        Judge judge = new Judge(candidates, List.of(user));

        Judge.Verdict verdict = judge.judge("fixed", new FixedModel(new float[] {9, 1, 2, 8}), Progress.NONE);

        assertThat(verdict.mean("mrr")).isEqualTo(1);
        // Two of the three candidates were named.
        assertThat(verdict.coverage()).isCloseTo(2.0 / 3, within(1e-9));
    }

    @Test
    void theServedModelIsClearlyAbovePopularityOnRealRatings() {
        InteractionLog log = SharedData.latestSmall().log();

        List<ModelResult> models = evaluation
                .run(
                        plan(
                                "ml-latest-small",
                                Protocol.STRONG,
                                List.of(ModelChoice.POPULARITY, ModelChoice.EDLAE),
                                42,
                                1),
                        log,
                        Progress.NONE)
                .models();

        // The reference has 0.175 and 0.29 with a standard error of 0.027.
        assertThat(models.get(1).metric("ndcg@100")).isGreaterThan(models.get(0).metric("ndcg@100") + 0.054);
    }

    private EvaluationResult board(Protocol protocol, int splits, Progress progress) {
        Checkerboard board = new Checkerboard(60);
        InteractionLog.Builder log = new InteractionLog.Builder(60);
        List<int[]> pairs = board.shuffled(1);
        IntStream.range(0, pairs.size()).forEach(p -> log.add(pairs.get(p)[0], pairs.get(p)[1], p + 1));
        return evaluation.run(plan("board", protocol, MODELS, 1, splits), log.build(), progress);
    }

    private static Plan plan(String dataset, Protocol protocol, List<ModelChoice> models, long seed, int splits) {
        return new Plan(
                dataset,
                protocol,
                models.stream()
                        .map(choice -> Plan.Contestant.of(choice, TrainingProfile.DEFAULT))
                        .toList(),
                List.of(),
                seed,
                splits,
                "edlae");
    }

    private static final class FixedModel implements FittedModel {
        private final float[] fixed;

        FixedModel(float[] fixed) {
            this.fixed = fixed;
        }

        @Override
        public int itemCount() {
            return fixed.length;
        }

        @Override
        public FoldedIn foldIn(int[] historyIndexes, float[] weights) {
            return new FoldedIn() {
                @Override
                public int itemCount() {
                    return fixed.length;
                }

                @Override
                public void scores(float[] scores) {
                    System.arraycopy(fixed, 0, scores, 0, fixed.length);
                }

                @Override
                public float[] explain(int itemIndex) {
                    return new float[historyIndexes.length];
                }
            };
        }
    }
}

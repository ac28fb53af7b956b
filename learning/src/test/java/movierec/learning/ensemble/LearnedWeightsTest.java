package movierec.learning.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import movierec.learning.FittedEnsemble;
import movierec.learning.FittedEnsemble.Member;
import movierec.learning.FittedModel;
import movierec.learning.Progress;
import movierec.learning.evaluate.Judge;
import movierec.learning.split.HeldOutUser;
import movierec.model.FoldedIn;
import org.junit.jupiter.api.Test;

class LearnedWeightsTest {
    private static final int ITEMS = 600;

    private final Random random = new Random(7);
    private final boolean[] candidates = new boolean[ITEMS];
    private final List<HeldOutUser> users = new ArrayList<>();

    LearnedWeightsTest() {
        Arrays.fill(candidates, true);
        for (int u = 0; u < 200; u++) {
            int number = u + 1;
            int[] targets = random.ints(1, ITEMS)
                    .filter(i -> i != number)
                    .distinct()
                    .limit(5)
                    .toArray();
            users.add(new HeldOutUser(u, new int[] {0, number}, targets));
        }
    }

    @Test
    void aVoiceThatKnowsTheTargetsGetsLouderAndOneThatGuessesQuieter() {
        FittedEnsemble learned = new LearnedWeights(candidates, users)
                .weigh(new FittedEnsemble(List.of(
                        new Member("first", knowing(1.0), 1),
                        new Member("knows", knowing(3.0), 0.5),
                        new Member("guesses", knowing(0.0), 1))));

        assertThat(weight(learned, "first")).isEqualTo(1);
        assertThat(weight(learned, "knows")).isGreaterThan(1);
        assertThat(weight(learned, "guesses")).isLessThan(0.5);
    }

    @Test
    void aSilentVoiceThatKnowsTheTargetsIsHeard() {
        FittedEnsemble learned = new LearnedWeights(candidates, users)
                .weigh(new FittedEnsemble(
                        List.of(new Member("first", knowing(1.0), 1), new Member("knows", knowing(3.0), 0))));

        assertThat(weight(learned, "knows")).isPositive();
    }

    @Test
    void weightsStayAsGivenWhereNothingTellsVoicesApart() {
        FittedModel same = knowing(1.0);

        FittedEnsemble learned = new LearnedWeights(candidates, users)
                .weigh(new FittedEnsemble(List.of(new Member("one", same, 1), new Member("other", same, 0.7))));

        assertThat(weight(learned, "other")).isEqualTo(0.7);
    }

    @Test
    void withoutValidationUsersWeightsStayAsGiven() {
        FittedEnsemble given =
                new FittedEnsemble(List.of(new Member("one", knowing(1.0), 1), new Member("other", knowing(2.0), 0.7)));

        assertThat(new LearnedWeights(candidates, List.of()).weigh(given)).isEqualTo(given);
    }

    /** The few hundred items that are kept per user rank like all of them. */
    @Test
    void measuresWhatTheJudgeMeasures() {
        List<Member> members = List.of(new Member("one", knowing(1.0), 1), new Member("other", knowing(2.0), 0.7));
        double judged = new Judge(candidates, users)
                .judge("ensemble", new FittedEnsemble(members), Progress.NONE)
                .mean("ndcg@100");

        double mean = users.stream()
                .mapToDouble(user -> RankedUser.of(members, user, candidates).ndcg(new Weights(new double[] {1, 0.7})))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(judged, within(1e-6));
    }

    private static double weight(FittedEnsemble ensemble, String name) {
        return ensemble.members().stream()
                .filter(member -> member.name().equals(name))
                .mapToDouble(Member::weight)
                .sum();
    }

    /** Scores are noise, with so much on top of it for the targets of the user whose number is in the history. */
    private FittedModel knowing(double signal) {
        long seed = random.nextLong();
        return new FittedModel() {
            @Override
            public int itemCount() {
                return ITEMS;
            }

            @Override
            public FoldedIn foldIn(int[] historyIndexes, float[] weights) {
                int user = historyIndexes[1] - 1;
                return new FoldedIn() {
                    @Override
                    public int itemCount() {
                        return ITEMS;
                    }

                    @Override
                    public void scores(float[] scores) {
                        Random noise = new Random(seed + user);
                        for (int i = 0; i < ITEMS; i++) {
                            scores[i] = (float) noise.nextGaussian();
                        }
                        for (int target : users.get(user).targetIndexes()) {
                            scores[target] += (float) signal;
                        }
                    }

                    @Override
                    public float[] explain(int itemIndex) {
                        return new float[historyIndexes.length];
                    }
                };
            }
        };
    }
}

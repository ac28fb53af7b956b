package movierec.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import movierec.learning.FittedEnsemble.Member;
import movierec.learning.matrix.Interactions;
import movierec.model.FoldedIn;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FittedEnsembleTest {
    private static final Offset<Float> CLOSE = within(1e-3f);

    /** An item is without support once in so many. */
    private static final int RARE = 4;

    @Property(tries = 200)
    void agreesWithTheDefinition(
            @ForAll @IntRange(min = 4, max = 40) int itemCount, @ForAll boolean allHaveSupport, @ForAll long seed) {
        Random random = new Random(seed);
        int[] support = new int[itemCount];
        for (int i = 0; i < itemCount; i++) {
            support[i] = !allHaveSupport && i % RARE == 1 ? 0 : 1 + random.nextInt(9);
        }
        List<Member> members = List.of(
                new Member("weights", weights(itemCount, support, random), 0.7),
                new Member("factors", factors(itemCount, random), 0.3),
                new Member("mute", weights(itemCount, new int[itemCount], random), 5));
        int[] history = {0, 2};
        float[] counts = {1, -0.5f};

        float[] scores = new FittedEnsemble(members)
                .withSupport(support)
                .foldIn(history, counts)
                .scores();

        assertThat(scores).containsExactly(readable(members, support, history, counts), CLOSE);
    }

    /** The sum of weighted z-scores; where a member does not know an item, those that do speak for all. */
    private static float[] readable(List<Member> members, int[] support, int[] history, float[] counts) {
        float[] sums = new float[support.length];
        double[] voices = new double[support.length];
        double all = 0;
        for (Member member : members) {
            float[] own = member.model().foldIn(history, counts).scores();
            double[] supported = IntStream.range(0, own.length)
                    .filter(i -> support[i] > 0)
                    .mapToDouble(i -> own[i])
                    .toArray();
            double mean = IntStream.range(0, supported.length)
                    .mapToDouble(s -> supported[s])
                    .average()
                    .orElseThrow();
            double deviation = Math.sqrt(IntStream.range(0, supported.length)
                    .mapToDouble(s -> (supported[s] - mean) * (supported[s] - mean))
                    .average()
                    .orElseThrow());
            if (deviation < 1e-9) {
                continue;
            }
            all += member.weight();
            for (int i = 0; i < own.length; i++) {
                if (support[i] > 0 || member.model() instanceof ItemFactors) {
                    sums[i] += (float) (member.weight() * (own[i] - mean) / deviation);
                    voices[i] += member.weight();
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] *= voices[i] > 0 ? (float) (all / voices[i]) : 0;
        }
        return sums;
    }

    @Property(tries = 50)
    void explanationsSumToTheScoreWhicheverIsAskedFirst(@ForAll long seed, @ForAll boolean scoresFirst) {
        Random random = new Random(seed);
        int[] support = {1, 1, 0, 2, 5, 0, 1, 1};
        FoldedIn folded = new FittedEnsemble(List.of(
                        new Member("weights", weights(8, support, random), 2),
                        new Member("factors", factors(8, random), 1)))
                .withSupport(support)
                .foldIn(new int[] {0, 3, 4}, new float[] {1, 1, -0.5f});
        float[] scores = scoresFirst ? folded.scores() : new float[8];

        float[] sums = new float[8];
        for (int i = 0; i < 8; i++) {
            for (float part : folded.explain(i)) {
                sums[i] += part;
            }
        }

        assertThat(sums).containsExactly(scoresFirst ? scores : folded.scores(), CLOSE);
    }

    @Test
    void scoresAreTheSameEveryTimeTheyAreAskedFor() {
        FoldedIn folded = pair(new Random(1)).foldIn(new int[] {1, 2}, new float[] {1, 1});
        float[] first = folded.scores();

        IntStream.range(0, 500).parallel().forEach(ask -> assertThat(folded.scores())
                .containsExactly(first));
    }

    @Test
    void aSingleMemberKeepsItsOwnScale() {
        ItemWeights weights = weights(6, new int[] {1, 1, 1, 1, 1, 1}, new Random(2));
        float[] alone = weights.foldIn(new int[] {1, 3}, new float[] {1, 1}).scores();

        FittedEnsemble ensemble = new FittedEnsemble(List.of(new Member("weights", weights, 0.25)));

        assertThat(ensemble.foldIn(new int[] {1, 3}, new float[] {1, 1}).scores())
                .containsExactly(alone);
    }

    @Test
    void whereNobodyKnowsItemsWithoutSupportTheyScoreAsTheyAre() {
        // Items 2 and 3 lie outside every row, which a member of weights scores 0, below the mean of what it knows.
        ItemWeights weights = weights(4, new int[] {1, 1, 0, 0}, new Random(3));
        FittedEnsemble both = new FittedEnsemble(List.of(new Member("a", weights, 1), new Member("b", weights, 1)))
                .withSupport(new int[] {1, 1, 0, 0});

        float[] scores = both.foldIn(new int[] {0, 1}, new float[] {1, 1}).scores();

        assertThat(scores[2]).isEqualTo(scores[3]).isNegative();
    }

    @Test
    void anEmptyHistoryTellsNoItemsApart() {
        assertThat(pair(new Random(4)).foldIn(new int[0], new float[0]).scores())
                .containsOnly(0);
    }

    @Test
    void membersOfDifferentItemsAreRefused() {
        Random random = new Random(5);

        assertThatThrownBy(() -> new FittedEnsemble(
                        List.of(new Member("a", factors(3, random), 1), new Member("b", factors(4, random), 1))))
                .hasMessageContaining("same items");
        assertThatThrownBy(() -> new FittedEnsemble(List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> pair(random).withSupport(new int[3])).hasMessageContaining("3");
        assertThatThrownBy(() -> new Member("a", factors(3, random), Double.NaN))
                .hasMessageContaining("NaN");
    }

    private static FittedEnsemble pair(Random random) {
        int[] support = {1, 1, 1, 1, 1};
        return new FittedEnsemble(List.of(
                new Member("weights", weights(5, support, random), 1), new Member("factors", factors(5, random), 1)));
    }

    /** Some weights between items with support. */
    static ItemWeights weights(int itemCount, int[] support, Random random) {
        Interactions.Builder rows = Interactions.builder(itemCount, itemCount);
        for (int i = 0; i < itemCount; i++) {
            for (int j = 0; j < itemCount; j++) {
                if (i != j && support[i] > 0 && support[j] > 0 && (j == 0 || random.nextInt(3) > 0)) {
                    rows.add(i, j, 0.1f + random.nextFloat());
                }
            }
        }
        return new ItemWeights(rows.build().byUser());
    }

    static ItemFactors factors(int itemCount, Random random) {
        float[] factors = new float[itemCount * 3];
        for (int f = 0; f < factors.length; f++) {
            factors[f] = (float) random.nextGaussian();
        }
        return new ItemFactors(3, factors, new ItemFactors.Loss(0.1, 0.1, 1));
    }
}

package movierec.learning.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import movierec.learning.ItemFactors.Loss;
import movierec.learning.matrix.SparseRows;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HalfStepTest {
    private static final Loss LOSS = new Loss(0.1, 0.02, 1);
    private static final ReadableAls READABLE = new ReadableAls(0.1, 0.02, 1);

    @Property(tries = 100)
    void agreesWithItsReadableTwin(
            @ForAll @IntRange(min = 1, max = 70) int items,
            @ForAll @IntRange(min = 1, max = 40) int dimension,
            @ForAll @DoubleRange(min = 0, max = 1.5) double frequencyExponent,
            @ForAll boolean ordinary,
            @ForAll long seed) {
        SmallWorld world = SmallWorld.of(12, items, ordinary, seed);
        Factors fixed = Factors.normal(items, dimension, 0.5, new Random(seed));
        Factors solved = Factors.zero(12, dimension);

        exact(world.interactions().byUser(), new Loss(0.3, 0.2, frequencyExponent))
                .solve(fixed, solved);

        double[][] expected = new ReadableAls(0.3, 0.2, frequencyExponent).solved(world.confidences(), rows(fixed));
        assertClose(rows(solved), expected, 1e-4);
    }

    @Test
    void rowsLongerThanOneChunkAgreeWithTheReadableTwinToo() {
        SmallWorld world = SmallWorld.of(5, 700, false, 3);
        Factors fixed = Factors.normal(700, 9, 0.5, new Random(4));
        Factors solved = Factors.zero(5, 9);

        exact(world.interactions().byUser(), LOSS).solve(fixed, solved);

        assertClose(rows(solved), READABLE.solved(world.confidences(), rows(fixed)), 1e-4);
    }

    @Test
    void aRowWithoutEntriesIsZero() {
        SparseRows entries = SmallWorld.of(1, 3, true, 1).interactions().byItem();
        Factors solved = Factors.normal(3, 4, 1, new Random(1));

        exact(entries, LOSS).solve(Factors.normal(1, 4, 1, new Random(2)), solved);

        for (int r = 0; r < 3; r++) {
            if (entries.rowSize(r) == 0) {
                assertThat(rows(solved)[r]).containsOnly(0);
            }
        }
    }

    @Test
    void turnsTheFixedFactorsWithoutChangingTheirProducts() {
        SmallWorld world = SmallWorld.of(6, 5, true, 1);
        Factors fixed = Factors.normal(5, 7, 1, new Random(2));
        double[][] before = products(rows(fixed));

        exact(world.interactions().byUser(), LOSS).solve(fixed, Factors.zero(6, 7));

        assertClose(products(rows(fixed)), before, 1e-4);
    }

    @Property(tries = 20)
    void theLossNeverGrows(
            @ForAll long seed, @ForAll boolean ordinary, @ForAll @IntRange(min = 1, max = 40) int dimension) {
        SmallWorld world = SmallWorld.of(30, 20, ordinary, seed);
        HalfStep forUsers = exact(world.interactions().byUser(), LOSS);
        HalfStep forItems = exact(world.interactions().byItem(), LOSS);
        Factors users = Factors.normal(30, dimension, 0.1, new Random(seed));
        Factors items = Factors.normal(20, dimension, 0.1, new Random(seed));

        double last = loss(world, users, items);
        for (int iteration = 0; iteration < 8; iteration++) {
            forUsers.solve(items, users);
            double half = loss(world, users, items);
            assertThat(half).isLessThanOrEqualTo(last * (1 + 1e-6));
            forItems.solve(users, items);
            last = loss(world, users, items);
            assertThat(last).isLessThanOrEqualTo(half * (1 + 1e-6));
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        SmallWorld world = SmallWorld.of(400, 60, false, 5);

        assertThat(solvedBy(4, world)).containsExactly(solvedBy(1, world));
    }

    @Test
    void aRegularizationTooSmallForSinglePrecisionSaysWhatToChange() {
        SmallWorld world = new SmallWorld(new double[][] {{1, 1, 1, 1}});
        Factors alike = new Factors(
                2, Factors.zero(1, 2).stride(), new float[4 * Factors.zero(1, 2).stride()]);
        for (int r = 0; r < 4; r++) {
            alike.values()[alike.start(r)] = 1;
        }

        assertThatThrownBy(() -> exact(world.interactions().byUser(), new Loss(0, 1e-60, 1))
                        .solve(alike, Factors.zero(1, 2)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("raise the regularization");
    }

    private static HalfStep exact(SparseRows entries, Loss loss) {
        return new HalfStep(entries, loss, Integer.MAX_VALUE);
    }

    private static float[] solvedBy(int threads, SmallWorld world) throws Exception {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            Factors fixed = Factors.normal(60, 10, 0.5, new Random(4));
            Factors solved = Factors.zero(400, 10);
            HalfStep step = exact(world.interactions().byUser(), LOSS);
            pool.submit(() -> step.solve(fixed, solved)).get();
            return solved.values();
        }
    }

    private static double loss(SmallWorld world, Factors users, Factors items) {
        return READABLE.loss(world.confidences(), rows(users), rows(items));
    }

    private static double[][] rows(Factors factors) {
        double[][] rows = new double[factors.rowCount()][factors.dimension()];
        for (int r = 0; r < rows.length; r++) {
            for (int a = 0; a < rows[r].length; a++) {
                rows[r][a] = factors.values()[factors.start(r) + a];
            }
        }
        return rows;
    }

    private static double[][] products(double[][] rows) {
        double[][] products = new double[rows.length][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int s = 0; s < rows.length; s++) {
                for (int a = 0; a < rows[r].length; a++) {
                    products[r][s] += rows[r][a] * rows[s][a];
                }
            }
        }
        return products;
    }

    private static void assertClose(double[][] actual, double[][] expected, double tolerance) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        for (int r = 0; r < expected.length; r++) {
            assertThat(actual[r]).containsExactly(expected[r], within(tolerance));
        }
    }
}

package movierec.learning.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import jdk.incubator.vector.FloatVector;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SmallSystemsTest {
    @Property(tries = 60)
    void theSolutionFulfilsItsEquations(
            @ForAll @IntRange(min = 1, max = 150) int size, @ForAll @IntRange(max = 200) int rowCount) {
        double[][] rows = random(rowCount, size);
        double[] wanted = random(1, size)[0];
        PositiveSystem system = new PositiveSystem(150);

        // A system is used again and again: nothing may be left of the one before.
        float[] before = new float[PositiveSystem.stride(150)];
        Arrays.fill(before, 0, 150, 1);
        fill(system, random(7, 150));
        system.solve(before);
        fill(system, size, rows);
        float[] solution = Arrays.copyOf(floats(wanted), PositiveSystem.stride(size));
        system.solve(solution);

        double[][] a = ReadableGram.of(rows, size);
        for (int i = 0; i < size; i++) {
            double left = solution[i];
            for (int j = 0; j < size; j++) {
                left += a[i][j] * solution[j];
            }
            assertThat(left).isCloseTo(wanted[i], within(1e-3));
        }
    }

    @Test
    void aSystemWithoutSolutionSaysWhatToChange() {
        PositiveSystem system = new PositiveSystem(2);
        system.start(2);
        system.addProducts(padded(new double[][] {{1, 1}}, PositiveSystem.stride(2)), 1);

        assertThatThrownBy(() -> system.solve(new float[PositiveSystem.stride(2)]))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("raise the regularization");
    }

    @Test
    void aSystemThatIsNoNumberSaysSoToo() {
        PositiveSystem system = new PositiveSystem(1);
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -1}) {
            system.start(1);
            system.addToDiagonal(0, value);

            assertThatThrownBy(() -> system.solve(new float[PositiveSystem.stride(1)]))
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void aPartOfALargerMatrixCanBeAdded() {
        int stride = PositiveSystem.stride(35);
        float[] larger = new float[35 * stride];
        larger[32 * stride + 32] = 2;
        larger[32 * stride + 33] = 1;
        larger[33 * stride + 32] = 1;
        larger[33 * stride + 33] = 2;
        larger[34 * stride + 34] = 4;
        PositiveSystem system = new PositiveSystem(3);
        float[] wanted = Arrays.copyOf(new float[] {3, 3, 2}, PositiveSystem.stride(3));

        system.start(3);
        system.addMatrix(larger, 32 * stride + 32, stride);
        system.solve(wanted);

        // 2x + y = 3, x + 2y = 3, 4z = 2
        assertThat(Arrays.copyOf(wanted, 3)).containsExactly(new float[] {1, 1, 0.5f}, within(1e-6f));
    }

    @Property(tries = 30)
    void bothGramsAgreeWithTheirReadableTwin(
            @ForAll @IntRange(max = 3_000) int rowCount, @ForAll @IntRange(min = 1, max = 40) int columnCount) {
        double[][] rows = random(rowCount, columnCount);
        int stride = columnCount + 3;
        float[] padded = padded(rows, stride);

        double[][] expected = ReadableGram.of(rows, columnCount);
        for (double[] gram :
                new double[][] {Gram.byTiles(padded, columnCount, stride), Gram.byRows(padded, columnCount, stride)}) {
            for (int i = 0; i < columnCount; i++) {
                for (int j = 0; j < columnCount; j++) {
                    assertThat(gram[i * columnCount + j]).isCloseTo(expected[i][j], within(1e-2));
                }
            }
        }
    }

    @Property(tries = 30)
    void alongItsPrincipalAxesAGramIsDiagonal(
            @ForAll @IntRange(max = 60) int rowCount, @ForAll @IntRange(min = 1, max = 60) int columnCount) {
        int stride = PositiveSystem.stride(columnCount);
        float[] rows = padded(random(rowCount, columnCount), stride);
        double[] before = Gram.of(rows, columnCount, stride);

        PrincipalAxes axes = new PrincipalAxes(columnCount, before.clone());
        axes.turn(rows, stride);

        double[] after = Gram.of(rows, columnCount, stride);
        for (int i = 0; i < columnCount; i++) {
            for (int j = 0; j < columnCount; j++) {
                double expected = i == j ? axes.stretch(i) : 0;
                assertThat(after[i * columnCount + j]).isCloseTo(expected, within(1e-3));
            }
        }
        assertThat(trace(after, columnCount)).isCloseTo(trace(before, columnCount), within(1e-2));
    }

    /** Interpreted code and compiled code must add in the same order, or training would not be repeatable. */
    @Test
    void theSumOfARegisterIsTheSameHoweverOftenItWasTaken() {
        float[] values = floats(random(1, LaneSum.LANES.length())[0]);
        float first = LaneSum.of(FloatVector.fromArray(LaneSum.LANES, values, 0));

        double expected = 0;
        for (float value : values) {
            expected += value;
        }
        assertThat(first).isCloseTo((float) expected, within(1e-5f));
        for (int repeat = 0; repeat < 200_000; repeat++) {
            float again = LaneSum.of(FloatVector.fromArray(LaneSum.LANES, values, 0));
            if (again != first) {
                assertThat(again).as("time %d", repeat).isEqualTo(first);
            }
        }
    }

    private static double trace(double[] matrix, int size) {
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += matrix[i * size + i];
        }
        return trace;
    }

    private static void fill(PositiveSystem system, double[][] rows) {
        fill(system, rows[0].length, rows);
    }

    /** A = 1 + the sum of the products of rows. */
    private static void fill(PositiveSystem system, int size, double[][] rows) {
        system.start(size);
        system.addProducts(padded(rows, PositiveSystem.stride(size)), rows.length);
        for (int i = 0; i < size; i++) {
            system.addToDiagonal(i, 1);
        }
    }

    private static double[][] random(int rowCount, int columnCount) {
        Random random = new Random(31L * rowCount + columnCount);
        double[][] rows = new double[rowCount][columnCount];
        for (double[] row : rows) {
            Arrays.setAll(row, column -> random.nextFloat() - 0.5f);
        }
        return rows;
    }

    private static float[] padded(double[][] rows, int stride) {
        float[] padded = new float[rows.length * stride];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(floats(rows[r]), 0, padded, r * stride, rows[r].length);
        }
        return padded;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** Fᵀ F in double precision and without any care for speed. */
    private static final class ReadableGram {
        static double[][] of(double[][] rows, int columnCount) {
            double[][] gram = new double[columnCount][columnCount];
            for (double[] row : rows) {
                for (int i = 0; i < columnCount; i++) {
                    for (int j = 0; j < columnCount; j++) {
                        gram[i][j] += row[i] * row[j];
                    }
                }
            }
            return gram;
        }
    }
}

package movierec.bench.learning;

import java.util.Locale;
import movierec.bench.learning.Used.Cost;
import movierec.learning.als.ImplicitAls;
import movierec.learning.ease.Ease;
import movierec.learning.linear.Inverse;
import movierec.learning.linear.SquareMatrix;
import movierec.learning.matrix.Cooccurrence;
import movierec.learning.matrix.Interactions;

/**
 * Prints how quickly models learn, beside what the arithmetic alone would take. Arguments: {@code epoch}, {@code ease},
 * {@code whole}, or none for all three in turn; the peak of memory is that of everything before it in the process.
 */
public final class TrainingBench {
    private static final int FACTORS = 128;
    private static final int EPOCHS = 5;
    private static final long SEED = 1;

    private TrainingBench() {}

    /** See the class. */
    public static void main(String[] arguments) {
        String chosen = arguments.length == 0 ? "" : arguments[0];
        if (chosen.isEmpty() || chosen.equals("epoch")) {
            epoch(new SyntheticInteractions(137_000, 13_000, 7_000_000, SEED));
        }
        if (chosen.isEmpty() || chosen.equals("ease")) {
            ease(new SyntheticInteractions(137_000, 12_800, 7_000_000, SEED));
        }
        if (chosen.isEmpty() || chosen.equals("whole")) {
            whole(new SyntheticInteractions(137_000, 20_000, 10_000_000, SEED));
        }
    }

    /** A first fit warms the virtual machine up; the difference of two fits leaves out what is done once. */
    private static void epoch(SyntheticInteractions shape) {
        Interactions data = generate(shape);
        double peak = MatrixPeak.measure();
        print("peak of OpenBLAS sgemm: %.0f GFLOP/s", peak);
        als(1).fit(data);
        Cost one = Used.of(() -> als(1).fit(data));
        Cost more = Used.of(() -> als(1 + EPOCHS).fit(data));
        double seconds = (more.seconds() - one.seconds()) / EPOCHS;
        double cpuSeconds = (more.cpuSeconds() - one.cpuSeconds()) / EPOCHS;
        double giga = operations(data) / 1e9;
        print("iALS d=%d, one epoch: %.2f s (%.2f CPU s)", FACTORS, seconds, cpuSeconds);
        print(
                "  %.0f GFLOP by the textbook = %.0f GFLOP/s; floor at 200 GFLOP/s %.2f s, reached %.0f %%; of sgemm's peak %.0f %%",
                giga, giga / seconds, giga / 200, 100 * giga / 200 / seconds, 100 * giga / seconds / peak);
        int cores = Runtime.getRuntime().availableProcessors();
        print(
                "  by CPU time on %d cores: %.2f s, %.0f %% of the floor",
                cores, cpuSeconds / cores, 100 * giga / 200 * cores / cpuSeconds);
    }

    /** 4 nnz d², half of it by symmetry, and a Cholesky factor and two substitutions per row. */
    private static double operations(Interactions data) {
        double d = FACTORS;
        double rows = data.userCount() + data.itemCount();
        return 2.0 * data.size() * d * d + rows * (d * d * d / 3 + 2 * d * d);
    }

    private static void ease(SyntheticInteractions shape) {
        Interactions data = generate(shape);
        try (SquareMatrix matrix = new SquareMatrix(data.itemCount())) {
            Cost gram = Used.of(() -> Cooccurrence.forEachRow(data.byUser(), matrix::setRow));
            print("EASE Gram: %.1f s (%.1f CPU s)", gram.seconds(), gram.cpuSeconds());
            for (int i = 0; i < matrix.size(); i++) {
                matrix.set(i, i, matrix.get(i, i) + 500);
            }
            Inverse kernel = Inverse.forSize(matrix.size());
            Cost inverse = Used.of(() -> kernel.invert(matrix));
            print("EASE inverse by %s: %.1f s (%.1f CPU s)", kernel.name(), inverse.seconds(), inverse.cpuSeconds());
            print("EASE together: %.1f s, aim 40 s", gram.seconds() + inverse.seconds());
        }
    }

    private static void whole(SyntheticInteractions shape) {
        Interactions data = generate(shape);
        Cost edlae = Used.of(() -> Ease.zeroDiagonal(300, 0.5, data.itemCount()).fit(data));
        print(
                "EDLAE: %.1f s (%.1f CPU s), peak so far %d MB",
                edlae.seconds(), edlae.cpuSeconds(), Used.peakMegabytes());
        Cost als = Used.of(() -> als(12).fit(data));
        print("iALS d=%d, 12 epochs: %.1f s (%.1f CPU s)", FACTORS, als.seconds(), als.cpuSeconds());
        print(
                "both: %.1f s, peak of the process %d MB, aim 6144 MB",
                edlae.seconds() + als.seconds(), Used.peakMegabytes());
    }

    private static ImplicitAls als(int iterations) {
        return ImplicitAls.of(FACTORS, 0.3, 0.005, iterations);
    }

    private static Interactions generate(SyntheticInteractions shape) {
        Interactions data = shape.generate();
        print("%n%d users x %d items, %d interactions", data.userCount(), data.itemCount(), data.size());
        return data;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

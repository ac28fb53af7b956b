package movierec.bench.learning;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import movierec.learning.linear.PositiveSystem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The two halves of an exact row of iALS: summing its system and solving it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SmallSystems {
    private static final int ROWS = 128;

    /** How many equations there are. */
    @Param({"32", "64", "128"})
    int size;

    private PositiveSystem system = new PositiveSystem(1);
    private float[] rows = {};
    private float[] wanted = {};

    /** Random rows. */
    @Setup
    public void fill() {
        system = new PositiveSystem(size);
        rows = new float[ROWS * PositiveSystem.stride(size)];
        wanted = new float[PositiveSystem.stride(size)];
        Random random = new Random(1);
        for (int v = 0; v < rows.length; v++) {
            rows[v] = v % PositiveSystem.stride(size) < size ? random.nextFloat() : 0;
        }
    }

    /** 128 rows: 128 n² operations for a system of n. */
    @Benchmark
    public void sum() {
        system.addProducts(rows, ROWS);
    }

    /** A diagonal system, so nearly only the n³ / 3 operations of the factor. */
    @Benchmark
    public float[] solve() {
        system.start(size);
        for (int i = 0; i < size; i++) {
            system.addToDiagonal(i, 2);
            wanted[i] = 1;
        }
        system.solve(wanted);
        return wanted;
    }
}

package movierec.bench.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import movierec.learning.FittedEnsemble;
import movierec.learning.FittedEnsemble.Member;
import movierec.learning.ItemFactors;
import movierec.learning.ItemWeights;
import movierec.learning.matrix.RowCollector;
import movierec.learning.matrix.TopK;
import movierec.learning.train.FileModelRepository;
import movierec.model.FoldedIn;
import movierec.model.ModelInfo;
import movierec.title.TitleId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * One live answer from an open snapshot of 13,000 titles (500 weights a title, 128 factors) for histories of 50 titles:
 * median time and allocated bytes, single-threaded, in a JVM set up like the serving one (no vector module). Run with
 * {@code bench/train fold-in [weights|factors|ensemble]}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms48m", "-Xmx1g"})
public class FoldInBench {
    private static final int ITEMS = 13_000;
    private static final int WEIGHTS_PER_ITEM = 500;
    private static final int DIMENSION = 128;
    private static final int HISTORY = 50;
    private static final int HISTORIES = 64;
    private static final int TOP = 100;
    private static final int EXPLAINED = 20;

    @Param({"weights", "factors", "ensemble"})
    public String members = "ensemble";

    private final int[][] histories = new int[HISTORIES][];
    private final float[] ones = new float[HISTORY];
    private final float[] scores = new float[ITEMS];
    private Path folder = Path.of("");
    private Placing model = (historyIndexes, weights) -> FoldedIn.NOTHING;
    private FoldedIn folded = FoldedIn.NOTHING;
    private int next;

    /** @param args which models: {@code weights}, {@code factors}, {@code ensemble}; none for all */
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(FoldInBench.class.getName())
                        .addProfiler("gc")
                        .param("members", args.length > 0 ? args : new String[] {"weights", "factors", "ensemble"})
                        .build())
                .run();
    }

    @Setup(Level.Trial)
    public void open() throws IOException {
        Random random = new Random(1);
        List<Member> chosen = new ArrayList<>();
        if (!members.equals("factors")) {
            chosen.add(new Member("edlae", weights(random), 0.6));
        }
        if (!members.equals("weights")) {
            chosen.add(new Member("als", factors(random), 0.4));
        }
        folder = Files.createTempDirectory("movierec-fold-in");
        FileModelRepository models = new FileModelRepository(folder);
        List<TitleId> titles =
                IntStream.rangeClosed(1, ITEMS).mapToObj(TitleId::movie).toList();
        int[] support = new int[ITEMS];
        Arrays.fill(support, 1);
        models.add(
                new ModelInfo("v1", members, Instant.EPOCH, List.of("noise"), true, 1, ITEMS, 1, Map.of(), Map.of()),
                titles,
                new FittedEnsemble(chosen),
                support);
        model = models.open("v1")::foldIn;
        Arrays.fill(ones, 1);
        for (int k = 0; k < HISTORIES; k++) {
            histories[k] = random.ints(0, ITEMS).distinct().limit(HISTORY).toArray();
        }
        folded = foldIn();
        folded.scores(scores);
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Benchmark
    public FoldedIn foldIn() {
        next = (next + 1) % HISTORIES;
        return model.foldIn(histories[next], ones);
    }

    @Benchmark
    public int[] foldInScoresAndTop100() {
        foldIn().scores(scores);
        return TopK.indexes(scores, TOP);
    }

    /** What the second question between two events costs: the fold-in comes from the cache. */
    @Benchmark
    public int[] scoresAndTop100() {
        folded.scores(scores);
        return TopK.indexes(scores, TOP);
    }

    @Benchmark
    public int[] top100() {
        return TopK.indexes(scores, TOP);
    }

    /** The reasons of a list for a fold-in that was just made. */
    @Benchmark
    public float foldInAndExplain20() {
        FoldedIn asked = foldIn();
        float sum = 0;
        for (int k = 0; k < EXPLAINED; k++) {
            sum += asked.explain(k * 31)[0];
        }
        return sum;
    }

    /** The open model's fold-in. */
    @FunctionalInterface
    interface Placing {
        FoldedIn foldIn(int[] historyIndexes, float[] weights);
    }

    private static ItemWeights weights(Random random) {
        RowCollector rows = new RowCollector(ITEMS, ITEMS);
        float[] row = new float[ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            for (int j = 0; j < ITEMS; j++) {
                row[j] = random.nextFloat() - 0.3f;
            }
            rows.strongest(i, row, WEIGHTS_PER_ITEM);
        }
        return new ItemWeights(rows.collected());
    }

    private static ItemFactors factors(Random random) {
        float[] factors = new float[ITEMS * DIMENSION];
        for (int f = 0; f < factors.length; f++) {
            factors[f] = (float) (random.nextGaussian() * 0.1);
        }
        return new ItemFactors(DIMENSION, factors, new ItemFactors.Loss(0.1, 0.003, 1));
    }
}

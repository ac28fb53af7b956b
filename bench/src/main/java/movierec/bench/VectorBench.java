package movierec.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import movierec.catalogue.sample.SampleCatalogue;
import movierec.catalogue.sample.SampleTitle;
import movierec.textvectors.BgeSmallEncoder;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.vector.TitleText;
import movierec.vector.TitleVector;
import movierec.vector.VectorIndex;
import movierec.vector.VectorIndex.Neighbour;
import movierec.vectors.EmbeddedVectorIndex;

/**
 * How fast texts are encoded, and how fast and how truly both ways of searching vectors find, on one thread. The vectors are
 * invented, in groups as those of real texts are: unrelated ones have a cosine of about .5, near ones of about .8.
 */
public final class VectorBench {
    private static final int DIMENSIONS = BgeSmallEncoder.DIMENSIONS;
    private static final int QUERIES = 300;

    private VectorBench() {}

    public static void main(String[] sizes) throws IOException {
        Path scratch = Files.createTempDirectory("vector-bench");
        encode(scratch);
        for (String size : sizes.length == 0 ? new String[] {"10000", "100000"} : sizes) {
            search(Integer.parseInt(size), scratch);
        }
    }

    private static void encode(Path scratch) throws IOException {
        List<Title> titles = SampleCatalogue.load().titles().stream()
                .map(SampleTitle::title)
                .limit(300)
                .toList();
        long residentBefore = residentMegabytes();
        long startedAt = System.nanoTime();
        try (BgeSmallEncoder encoder = BgeSmallEncoder.open(scratch.resolve("model"))) {
            encoder.encodeQuery("warm up");
            print("unpack and load the model, first text", millis(startedAt), "ms");
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            startedAt = System.nanoTime();
            titles.forEach(title -> encoder.encode(TitleText.of(title).text()));
            print("texts of titles", titles.size() / seconds(startedAt), "/s");
            cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
            print("texts of titles", titles.size() / (cpu / 1e9), "per CPU second");
            startedAt = System.nanoTime();
            for (int i = 0; i < QUERIES; i++) {
                encoder.encodeQuery("a heist in los angeles, take " + i);
            }
            print("a query's text", millis(startedAt) / QUERIES, "ms");
            print("resident memory of all this", residentMegabytes() - residentBefore, "MB");
        }
    }

    private static void search(int size, Path scratch) {
        List<TitleVector> vectors = invented(size);
        List<float[]> queries = new ArrayList<>();
        Random random = new Random(2);
        for (int i = 0; i < QUERIES; i++) {
            queries.add(near(vectors.get(random.nextInt(size)).values(), 0.5, random));
        }
        try (VectorIndex exact = new EmbeddedVectorIndex(DIMENSIONS, scratch, Integer.MAX_VALUE);
                VectorIndex graph = new EmbeddedVectorIndex(DIMENSIONS, scratch, 0)) {
            long heapBefore = usedHeap();
            fill("exact", exact, vectors);
            print(size + " exact, heap per title", (double) (usedHeap() - heapBefore) / size, "bytes");
            fill("graph", graph, vectors);
            List<Set<TitleId>> truth = time(size + " exact", exact, queries);
            List<Set<TitleId>> found = time(size + " graph", graph, queries);
            int hits = 0;
            for (int i = 0; i < QUERIES; i++) {
                hits += (int)
                        found.get(i).stream().filter(truth.get(i)::contains).count();
            }
            print(size + " graph, recall@10", hits / (10.0 * QUERIES), "");
        }
    }

    private static List<TitleVector> invented(int size) {
        Random random = new Random(1);
        float[] middle = near(new float[DIMENSIONS], 1, random);
        List<float[]> groups = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            groups.add(near(middle, 0.8, random));
        }
        List<TitleVector> vectors = new ArrayList<>();
        for (int number = 1; number <= size; number++) {
            float[] values = near(groups.get(random.nextInt(groups.size())), 0.6, random);
            vectors.add(new TitleVector(TitleId.movie(number), "invented", "", values));
        }
        return vectors;
    }

    private static float[] near(float[] centre, double spread, Random random) {
        float[] values = new float[DIMENSIONS];
        double squares = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            values[i] = (float) (centre[i] + spread / Math.sqrt(DIMENSIONS) * random.nextGaussian());
            squares += values[i] * values[i];
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            values[i] /= (float) Math.sqrt(squares);
        }
        return values;
    }

    private static void fill(String name, VectorIndex index, List<TitleVector> vectors) {
        long startedAt = System.nanoTime();
        for (int from = 0; from < vectors.size(); from += 1_000) {
            index.put(vectors.subList(from, Math.min(vectors.size(), from + 1_000)));
        }
        print(vectors.size() + " " + name + ", filled in", seconds(startedAt), "s");
    }

    private static List<Set<TitleId>> time(String name, VectorIndex index, List<float[]> queries) {
        List<Set<TitleId>> found = new ArrayList<>();
        long startedAt = 0;
        for (int round = 0; round < 2; round++) {
            found.clear();
            startedAt = System.nanoTime();
            for (float[] query : queries) {
                Set<TitleId> nearest = new HashSet<>();
                for (Neighbour neighbour : index.nearest(query, 10, titleId -> true)) {
                    nearest.add(neighbour.titleId());
                }
                found.add(nearest);
            }
        }
        print(name + ", queries", queries.size() / seconds(startedAt), "/s");
        return List.copyOf(found);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long residentMegabytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        }
    }

    private static double millis(long startedAt) {
        return (System.nanoTime() - startedAt) / 1e6;
    }

    private static double seconds(long startedAt) {
        return (System.nanoTime() - startedAt) / 1e9;
    }

    private static void print(String what, double value, String unit) {
        System.out.printf("%-42s %10.2f %s%n", what, value, unit);
    }
}

package movierec.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import movierec.app.Config;
import movierec.app.ConfigLoader;
import movierec.app.DataFolder;
import movierec.app.Wiring;
import movierec.app.Meters;
import movierec.app.Movierec;
import movierec.catalogue.importer.MovieLensFiles;
import movierec.model.ModelInfo;
import movierec.model.ModelRepository;
import movierec.model.RatingCorpus;

/**
 * What a training in a process of its own does to the requests of a server beside it, and what the swap of the model does:
 * latencies while nothing else runs, during the training, around the swap, and around a rollback. The load is a {@link
 * SteadyLoad} far from saturation. Server, training and load share the machine.
 *
 * <p>Arguments: requests per second (default 200); a MovieLens folder or {@code -} for none; then, one argument each, what to put
 * before the training's command (default {@code "nice -n 19"}; {@code ""} for nothing).
 */
public final class TrainBesideServing {
    private static final int USERS = 200;
    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final Duration AROUND_THE_SWAP = Duration.ofSeconds(3);
    private static final SyntheticCorpus CORPUS = new SyntheticCorpus(30_000, 6_000, 40);

    private final Path folder;
    private final ModelRepository models;

    private TrainBesideServing(Path folder) {
        this.folder = folder;
        this.models = new DataFolder(folder).models();
    }

    public static void main(String[] args) throws Exception {
        int perSecond = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        List<String> prefixes = args.length > 2 ? Arrays.asList(args).subList(2, args.length) : List.of("nice -n 19");
        Path folder = Files.createTempDirectory("movierec-bench");
        Config config = ConfigLoader.defaults(folder, Map.of("movierec.log.level", "warn"));
        Audience audience = Audience.create(config, USERS);
        List<RatingCorpus> corpora = new ArrayList<>(List.of(CORPUS));
        if (args.length > 1 && !args[1].equals("-")) {
            corpora.add(MovieLensFiles.open(Path.of(args[1])).asDataset((read, total) -> {}));
        }
        try (Movierec movierec = Wiring.open(config, InstantSource.system(), Meters.NONE)) {
            corpora.forEach(movierec.stores().corpora()::save);
        }
        new TrainBesideServing(folder).measure(audience, perSecond, prefixes);
    }

    private void measure(Audience audience, int perSecond, List<String> prefixes) throws Exception {
        Process server = java(List.of(), "-XX:+UseSerialGC", "-Xms48m", "-Xmx1g", "serve", "--port", "0")
                .redirectError(folder.resolve("server.log").toFile())
                .start();
        try (BufferedReader out = server.inputReader()) {
            URI address = URI.create(String.valueOf(out.readLine()).split(" ")[2]);
            List<String> tokens = audience.signIn(address);
            try (SteadyLoad load = new SteadyLoad(address, tokens, perSecond)) {
                System.out.printf("%d requests a second by %d users, a quarter of them events%n", perSecond, USERS);
                Thread.sleep(QUIET);
                for (String prefix : prefixes) {
                    train(load, prefix);
                }
                rollBack(load);
            }
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private void train(SteadyLoad load, String prefix) throws IOException, InterruptedException {
        System.out.println(prefix.isEmpty() ? "training with no prefix" : "training with " + prefix);
        long quiet = System.nanoTime();
        Thread.sleep(QUIET);
        long begun = System.nanoTime();
        SteadyLoad.print("quiet", load.between(quiet, begun));
        String before = models.servingVersion().orElseThrow();
        List<String> words = prefix.isEmpty() ? List.of() : List.of(prefix.split(" "));
        Process training = java(
                        words,
                        "-XX:+UseParallelGC",
                        "-XX:MaxRAMPercentage=50",
                        "-Dorg.bytedeco.javacpp.maxbytes=0",
                        "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                        "train")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("training.log").toFile())
                .start();
        long swapped = begun;
        while (training.isAlive()) {
            Thread.sleep(20);
            if (swapped == begun && !models.servingVersion().orElseThrow().equals(before)) {
                swapped = System.nanoTime();
            }
        }
        long ended = System.nanoTime();
        if (training.exitValue() != 0 || swapped == begun) {
            throw new IOException("The training failed or was refused, see " + folder.resolve("training.log"));
        }
        Thread.sleep(AROUND_THE_SWAP);
        SteadyLoad.print("training, %.0f s".formatted((ended - begun) / 1e9), load.between(begun, ended));
        SteadyLoad.print("around the swap", around(load, swapped));
    }

    private void rollBack(SteadyLoad load) throws IOException, InterruptedException {
        for (ModelInfo model : models.list()) {
            System.out.printf(
                    "  model %s of %s, ndcg@100 %.3f%s%n",
                    model.version(),
                    model.trainedOn(),
                    model.metrics().getOrDefault("ndcg@100", Double.NaN),
                    models.servingVersion().orElseThrow().equals(model.version()) ? ", serves" : "");
        }
        long moment = System.nanoTime();
        System.out.println("rolled back to " + models.rollback());
        Thread.sleep(AROUND_THE_SWAP.plusSeconds(1));
        SteadyLoad.print("around the rollback", around(load, moment));
    }

    private static List<SteadyLoad.Sample> around(SteadyLoad load, long moment) {
        return load.between(moment - AROUND_THE_SWAP.toNanos() / 3, moment + AROUND_THE_SWAP.toNanos());
    }

    /** A command of the program in a process of its own; options of the virtual machine begin with {@code -X} or {@code -D}. */
    private ProcessBuilder java(List<String> prefix, String... words) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector"));
        Arrays.stream(words).filter(TrainBesideServing::isOption).forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "movierec.cli.Main"));
        Arrays.stream(words).filter(word -> !isOption(word)).forEach(command::add);
        command.addAll(List.of("--data", folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "MOVIEREC_SCHEDULE_ENABLED", "false",
                        "MOVIEREC_RATE_LIMIT_ENABLED", "false",
                        "MOVIEREC_LOG_LEVEL", "warn",
                        "OPENBLAS_THREAD_TIMEOUT", "4"));
        return builder;
    }

    private static boolean isOption(String word) {
        return word.startsWith("-X") || word.startsWith("-D");
    }
}

package movierec.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains in a process of its own and of low priority, so that serving keeps its memory and its latency. The new model reaches the server through
 * the model folder. Thread-safe.
 */
public final class TrainingProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingProcess.class);

    private final Path data;
    private final AtomicReference<List<Process>> running = new AtomicReference<>(List.of());

    public TrainingProcess(Path data) {
        this.data = data;
    }

    /** Starts a training unless one is running; false when one was. */
    public synchronized boolean start() {
        if (isRunning()) {
            return false;
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
            // OpenBLAS' waiting threads spin; this lets them sleep soon.
            builder.environment().putIfAbsent("OPENBLAS_THREAD_TIMEOUT", "4");
            Process process = builder.start();
            running.set(List.of(process));
            Thread.ofVirtual().name("training-log").start(() -> log(process));
            return true;
        } catch (IOException failure) {
            LOG.error("The training could not be started", failure);
            return false;
        }
    }

    public boolean isRunning() {
        return running.get().stream().anyMatch(Process::isAlive);
    }

    /** Ends a running training; false when there is none. The old model serves on. */
    public boolean cancel() {
        boolean ran = isRunning();
        running.get().forEach(Process::destroy);
        return ran;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(LowPriority.prefix(System.getenv()));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-XX:MaxRAMPercentage=50",
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.maxbytes=0",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Xlog:disable",
                "-cp",
                System.getProperty("java.class.path"),
                "movierec.cli.Main",
                "train",
                "--data",
                data.toString()));
        return command;
    }

    private static void log(Process process) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().filter(line -> !line.isBlank()).forEach(line -> LOG.info("training: {}", line.strip()));
            int code = process.waitFor();
            if (code != 0) {
                LOG.warn("The training ended with exit code {}; the last model serves on", code);
            }
        } catch (IOException failure) {
            LOG.warn("The training's output cannot be read", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a running training. */
    @Override
    public void close() {
        cancel();
    }
}

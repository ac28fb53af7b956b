package movierec.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@code movierec train} in a process of its own, to be stopped and killed. */
record TrainingProcessOnce(Process process, BufferedReader lines) implements AutoCloseable {
    static TrainingProcessOnce start(Path data, Path dataset, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                "movierec.cli.Main",
                "train",
                "--data",
                data.toString(),
                "--dataset",
                dataset.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new TrainingProcessOnce(process, process.inputReader());
    }

    /** Waits until it says that a step begins. */
    void waitFor(String step) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(step)) {
                return;
            }
        }
        throw new IllegalStateException("It ended before it said: " + step);
    }

    /** Holds it where it is, its locks included. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("kill -" + name + " failed");
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What it prints until its end. */
    String rest() {
        return String.join("\n", lines.lines().toList());
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("It does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package movierec.bench.learning;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process has used so far. */
final class Used {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Used() {}

    static double cpuSeconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }

    /** The largest resident memory, heap and native together (VmHWM), or 0 where the system does not tell. */
    static long peakMegabytes() {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the work and tells how long it took. */
    static Cost of(Runnable work) {
        double cpuBefore = cpuSeconds();
        long start = System.nanoTime();
        work.run();
        return new Cost((System.nanoTime() - start) / 1e9, cpuSeconds() - cpuBefore);
    }

    /**
     * What some work took.
     *
     * @param seconds on the clock, which other programs on the machine lengthen
     * @param cpuSeconds of all threads, which they lengthen less
     */
    record Cost(double seconds, double cpuSeconds) {}
}

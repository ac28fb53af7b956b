package movierec.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The name by which this process holds leases, such as {@code pid 4711 on home (started 2026-03-01T08:00:00Z)}. It tells
 * another process of the same machine whether the owner still lives.
 */
record ProcessOwner(String text) {
    private static final String STARTED = " (started ";

    static ProcessOwner of(ProcessHandle process, RandomGenerator random) {
        return new ProcessOwner(name(process) + " #" + Integer.toHexString(random.nextInt()));
    }

    private static String name(ProcessHandle process) {
        return "pid " + process.pid() + " on " + host() + STARTED + startOf(process) + ")";
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** Whether the owner was a process of this machine that has ended: its number is free, or another process has it now. */
    static boolean isGone(String owner) {
        if (!owner.contains(" on " + host() + STARTED)) {
            return false;
        }
        Optional<ProcessHandle> process = pid(owner).flatMap(ProcessHandle::of);
        return process.isEmpty() || !owner.startsWith(name(process.get())) || isZombie(process.get());
    }

    /** Whether it is dead and only its parent has not noticed yet: the number stays taken until then. */
    private static boolean isZombie(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            // The state is the letter behind the name, which stands in parentheses and may hold any letter itself.
            String line = Files.isReadable(stat) ? Files.readString(stat) : "";
            return line.startsWith(") Z", line.lastIndexOf(')'));
        } catch (IOException goneMeanwhile) {
            return true;
        }
    }

    private static Optional<Long> pid(String owner) {
        String[] words = owner.split(" ", 3);
        try {
            return words.length > 1 ? Optional.of(Long.parseLong(words[1])) : Optional.empty();
        } catch (NumberFormatException noPid) {
            return Optional.empty();
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unknown) {
            return "this machine";
        }
    }
}

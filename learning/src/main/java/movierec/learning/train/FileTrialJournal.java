package movierec.learning.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import movierec.failure.Refusal;
import movierec.learning.tune.Trial;
import movierec.learning.tune.TrialJournal;
import org.jspecify.annotations.Nullable;

/**
 * A journal in one file: a head that names the search, then one line a trial, on the disk before the next trial begins. Each
 * line ends with a checksum of what stands before; what follows the last good line, such as one that was being written when
 * the power failed, is cut off. A file with another head is begun anew. Held by one process at a time.
 *
 * <pre>
 *   movierec-tuning 1 KEY CHECKSUM
 *   als 3 0.2931 als.alpha0=0.1 als.factors=64.0 als.iterations=9.0 als.lambda=0.01 CHECKSUM
 * </pre>
 */
public final class FileTrialJournal implements TrialJournal, AutoCloseable {
    private static final String HEAD = "movierec-tuning 1 ";

    private final FileChannel file;
    private final String key;
    private final List<Trial> trials = new ArrayList<>();

    private FileTrialJournal(FileChannel file, String key) {
        this.file = file;
        this.key = key;
    }

    /** @param key of the search; no blanks */
    static FileTrialJournal open(Path path, String key) {
        return LockedFolder.attempt("open the journal of trials " + path, () -> {
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (lock(file) == null) {
                    throw new Refusal.Conflict(
                            "tuning-is-running", "The same search is running already, in another process");
                }
                FileTrialJournal journal = new FileTrialJournal(file, key);
                journal.read();
                return journal;
            } catch (IOException | RuntimeException failed) {
                file.close();
                throw failed;
            }
        });
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private void read() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            // Reads until the buffer is full or the file ends.
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        int good = 0;
        int end = text.indexOf('\n');
        while (end >= 0) {
            Optional<String> content = content(text.substring(good, end));
            Optional<Trial> trial = good == 0 ? Optional.empty() : content.flatMap(FileTrialJournal::trial);
            boolean isHead = good == 0 && content.equals(Optional.of(HEAD + key));
            if (!isHead && trial.isEmpty()) {
                break;
            }
            trial.ifPresent(trials::add);
            good = end + 1;
            end = text.indexOf('\n', good);
        }
        // Good lines are ASCII, so characters are bytes.
        file.truncate(good);
        file.position(good);
        if (good == 0) {
            write(HEAD + key);
        }
    }

    /** Forgets everything. */
    public void restart() {
        LockedFolder.attempt("begin the journal of trials anew", () -> {
            trials.clear();
            file.truncate(0);
            file.position(0);
            write(HEAD + key);
            return true;
        });
    }

    @Override
    public List<Trial> finished() {
        return List.copyOf(trials);
    }

    @Override
    public void add(Trial trial) {
        String values = new TreeMap<>(trial.values())
                .entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining(" "));
        LockedFolder.attempt("write the journal of trials", () -> {
            write(trial.member() + " " + trial.number() + " " + trial.score() + " " + values);
            return trials.add(trial);
        });
    }

    private void write(String content) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((content + " " + checksum(content) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            file.write(line);
        }
        file.force(true);
    }

    /** What stands before the checksum, where that is right. */
    private static Optional<String> content(String line) {
        int blank = Math.max(0, line.lastIndexOf(' '));
        String content = line.substring(0, blank);
        return line.equals(content + " " + checksum(content)) ? Optional.of(content) : Optional.empty();
    }

    private static String checksum(String content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(checksum.getValue());
    }

    private static Optional<Trial> trial(String content) {
        List<String> words = List.of(content.split(" "));
        try {
            Map<String, Double> values = new HashMap<>();
            for (String word : words.subList(3, words.size())) {
                int equals = word.indexOf('=');
                values.put(word.substring(0, equals), Double.valueOf(word.substring(equals + 1)));
            }
            return Optional.of(new Trial(
                    words.getFirst(), Integer.parseInt(words.get(1)), values, Double.parseDouble(words.get(2))));
        } catch (IndexOutOfBoundsException | IllegalArgumentException notATrial) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        LockedFolder.attempt("close the journal of trials", () -> {
            file.close();
            return true;
        });
    }
}

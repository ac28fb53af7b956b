package movierec.learning.train;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import movierec.learning.UnusableData;
import movierec.learning.ensemble.Ensemble.Weighing;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.matrix.Interactions;
import movierec.learning.split.Protocol;

/** Keeps what tuning found: the profile that trainings use, and a journal of trials per search. */
public final class TuningFolder {
    private static final String PROFILE = "profile.properties";

    private final Path folder;

    /** @param folder made when something is kept in it */
    public TuningFolder(Path folder) {
        this.folder = folder;
    }

    public Path profileFile() {
        return folder.resolve(PROFILE);
    }

    /**
     * The journal of the search with such data, protocol and seed.
     *
     * @throws movierec.failure.Refusal.Conflict when another process searches with it
     */
    public FileTrialJournal journal(TrainingSet data, Protocol protocol, long seed) {
        LockedFolder.attempt("create " + folder, () -> Files.createDirectories(folder));
        String key = Fingerprint.of(data) + "-" + protocol.word() + "-" + seed;
        return FileTrialJournal.open(folder.resolve(key + ".journal"), key);
    }

    /**
     * The profile that was kept; empty when there is none.
     *
     * @throws UnusableData when it is damaged
     */
    public Optional<TrainingProfile> profile() {
        return Files.exists(profileFile()) ? Optional.of(read(profileFile())) : Optional.empty();
    }

    /**
     * Replaces the profile, completely or not at all.
     *
     * @param comments lines that say where it comes from
     */
    public void save(TrainingProfile profile, List<String> comments) {
        StringBuilder text = new StringBuilder();
        comments.forEach(
                line -> text.append("# ").append(line.replaceAll("\\R", " ")).append('\n'));
        new TreeMap<>(profile.values())
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\n'));
        LockedFolder locked = new LockedFolder(folder);
        locked.exclusively("keep the training profile", () -> {
            locked.write(PROFILE, channel -> write(text.toString(), channel));
            return true;
        });
    }

    private static void write(String text, FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Reads a profile from anywhere.
     *
     * @throws UnusableData when there is none, or it has names or values that no member takes
     */
    public static TrainingProfile read(Path file) {
        Map<String, Double> values = new HashMap<>();
        properties(file).forEach((name, value) -> values.put(name, number(file, name, value)));
        try {
            TrainingProfile profile = new TrainingProfile(values);
            // The members themselves check what they are set to.
            profile.ensemble(Interactions.builder(1, 1).chronological().build(), Weighing.AS_GIVEN);
            return profile;
        } catch (IllegalArgumentException wrong) {
            throw unusable(file, String.valueOf(wrong.getMessage()));
        }
    }

    private static Map<String, String> properties(Path file) {
        return LockedFolder.attempt("read " + file, () -> {
            Properties properties = new Properties();
            try (Reader text = new StringReader(Files.readString(file))) {
                properties.load(text);
            } catch (NoSuchFileException missing) {
                throw unusable(file, "there is no such file");
            } catch (MalformedInputException | IllegalArgumentException malformed) {
                throw unusable(file, "it is no text of lines key=value");
            }
            Map<String, String> values = new HashMap<>();
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name, "")));
            return values;
        });
    }

    private static double number(Path file, String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException wrong) {
            throw unusable(file, name + " is a number, not \"" + text + "\"");
        }
    }

    private static UnusableData unusable(Path file, String why) {
        return new UnusableData("The training profile " + file + " cannot be used: " + why);
    }
}

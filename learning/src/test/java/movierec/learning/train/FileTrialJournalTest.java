package movierec.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import movierec.failure.Refusal;
import movierec.learning.split.InteractionLog;
import movierec.learning.split.Protocol;
import movierec.learning.tune.Trial;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTrialJournalTest {
    private static final Trial FIRST =
            new Trial("dlae", 0, Map.of("dlae.lambda", 50.0, "dlae.dropout", 0.1 + 0.2), 1 / 3.0);
    private static final Trial SECOND = new Trial("als", 12, Map.of("als.lambda", 1e-7), 0);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("search.journal");
    }

    private FileTrialJournal open(String key) {
        return FileTrialJournal.open(file(), key);
    }

    private List<Trial> read() {
        try (FileTrialJournal journal = open("key")) {
            return journal.finished();
        }
    }

    private void write(Trial... trials) {
        try (FileTrialJournal journal = open("key")) {
            Arrays.stream(trials).forEach(journal::add);
        }
    }

    @Test
    void remembersEveryTrialToTheLastDigit() {
        write(FIRST);
        write(SECOND);

        assertThat(read()).containsExactly(FIRST, SECOND);
    }

    /** Whatever was on the disk when the power failed, only whole trials count, and the journal goes on behind them. */
    @Test
    void ignoresATruncatedEndAndWritesOnBehindTheLastWholeTrial() throws IOException {
        write(FIRST, SECOND);
        byte[] whole = Files.readAllBytes(file());
        int headEnds = indexOf(whole, 0);
        int firstEnds = indexOf(whole, headEnds);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));

            assertThat(read()).isEqualTo(length < firstEnds ? List.of() : List.of(FIRST));
            write(SECOND);
            assertThat(read()).endsWith(SECOND).hasSize(length < firstEnds ? 1 : 2);
        }
    }

    /** Behind the line feed that comes next. */
    private static int indexOf(byte[] bytes, int from) {
        int place = from;
        while (bytes[place] != '\n') {
            place++;
        }
        return place + 1;
    }

    @Test
    void ignoresWhatWasDamaged() throws IOException {
        write(FIRST, SECOND);
        Files.writeString(file(), Files.readString(file()).replace("als 12", "als 13"));

        assertThat(read()).containsExactly(FIRST);
    }

    @Test
    void neverUsesTheTrialsOfAnotherSearch() {
        write(FIRST);

        try (FileTrialJournal journal = open("another")) {
            assertThat(journal.finished()).isEmpty();
        }
    }

    @Test
    void forgetsEverythingWhenAskedTo() {
        write(FIRST);
        try (FileTrialJournal journal = open("key")) {
            journal.restart();
            assertThat(journal.finished()).isEmpty();
            journal.add(SECOND);
        }

        assertThat(read()).containsExactly(SECOND);
    }

    @Test
    void isHeldByOneSearchAtATime() {
        try (FileTrialJournal held = open("key")) {
            assertThatThrownBy(() -> open("key"))
                    .isInstanceOf(Refusal.Conflict.class)
                    .hasMessageContaining("running already");
            held.add(FIRST);
        }

        assertThat(read()).containsExactly(FIRST);
    }

    @Test
    void eachDatasetProtocolAndSeedHasItsOwn() {
        TuningFolder tuning = new TuningFolder(folder.resolve("tuning"));
        TrainingSet data = data(5);
        try (FileTrialJournal journal = tuning.journal(data, Protocol.STRONG, 1)) {
            journal.add(FIRST);
        }

        assertThat(finished(tuning, data(5), Protocol.STRONG, 1)).containsExactly(FIRST);
        assertThat(finished(tuning, data(6), Protocol.STRONG, 1)).isEmpty();
        assertThat(finished(tuning, data, Protocol.TEMPORAL, 1)).isEmpty();
        assertThat(finished(tuning, data, Protocol.STRONG, 2)).isEmpty();
    }

    private static List<Trial> finished(TuningFolder tuning, TrainingSet data, Protocol protocol, long seed) {
        try (FileTrialJournal journal = tuning.journal(data, protocol, seed)) {
            return journal.finished();
        }
    }

    private static TrainingSet data(long second) {
        InteractionLog log = new InteractionLog.Builder(2)
                .add(0, 0, 4)
                .add(0, 1, second)
                .add(1, 0, 7)
                .build();
        return new TrainingSet(log, List.of(TitleId.movie(1), TitleId.movie(2)), List.of("made up"), false);
    }
}

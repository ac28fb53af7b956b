package movierec.learning.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import movierec.learning.FittedEnsemble;
import movierec.learning.ItemFactors;
import movierec.model.ModelInfo;
import movierec.testkit.model.ModelInfos;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process in the middle of writing a snapshot; the old model must serve and nothing may be left over. */
class SnapshotKillTest {
    private static final int ROUNDS = 8;
    private static final String OLD = "a-old";

    @TempDir
    private Path folder;

    @Test
    void aKilledWriterLeavesTheOldModelServingAndNoDebris() throws Exception {
        Files.createDirectories(folder);
        FileModelRepository models = new FileModelRepository(folder);
        add(models, OLD, 10);
        models.promote(OLD);
        Random random = new Random(7);
        int killedHalfWay = 0;

        for (int round = 0; round < ROUNDS; round++) {
            killWhileWriting(round, random.nextInt(20));
            killedHalfWay += temporaryFiles() > 0 ? 1 : 0;

            FileModelRepository after = new FileModelRepository(folder);

            assertThat(temporaryFiles()).isZero();
            assertThat(after.servingVersion()).contains(OLD);
            assertThat(after.open(OLD).itemCount()).isEqualTo(10);
            assertThat(after.list()).extracting(ModelInfo::version).hasSameElementsAs(versionsOnDisk());
        }
        assertThat(killedHalfWay).as("kills in the middle of a write").isPositive();
    }

    private void killWhileWriting(int round, int millis) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        folder.toString(),
                        "b-" + round + "-")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (writer.isAlive() && temporaryFiles() == 0) {
                Thread.onSpinWait();
            }
            assertThat(writer.isAlive()).as("the writer writes").isTrue();
            Thread.sleep(millis);
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private long temporaryFiles() {
        return names().stream().filter(name -> name.endsWith(".tmp")).count();
    }

    private List<String> versionsOnDisk() {
        return names().stream()
                .filter(name -> name.endsWith(".model"))
                .map(name -> name.substring(0, name.length() - ".model".length()))
                .toList();
    }

    private List<String> names() {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : Arrays.asList(names);
    }

    private static void add(FileModelRepository models, String version, int items) {
        ItemFactors factors = new ItemFactors(64, new float[items * 64], new ItemFactors.Loss(0.1, 0.1, 1));
        models.add(
                ModelInfos.version(version),
                IntStream.rangeClosed(1, items).mapToObj(TitleId::movie).toList(),
                new FittedEnsemble(List.of(new FittedEnsemble.Member("als", factors, 1))),
                new int[items]);
    }

    /** The process that is killed. */
    static final class EndlessWriter {
        private EndlessWriter() {}

        public static void main(String[] arguments) throws IOException {
            FileModelRepository models = new FileModelRepository(Path.of(arguments[0]));
            for (int version = 100; ; version++) {
                add(models, arguments[1] + version, 20_000);
            }
        }
    }
}

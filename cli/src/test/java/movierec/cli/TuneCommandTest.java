package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {
    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    private String dataset() throws IOException {
        return MovieLensSample.write(elsewhere.resolve("made-up")).toString();
    }

    private Path profile(String lines) throws IOException {
        Files.createDirectories(data.resolve("tuning"));
        return Files.writeString(data.resolve("tuning/profile.properties"), lines);
    }

    @Test
    void saysWhichOptionIsWrong() {
        Ran protocol = Ran.in(data, "tune", "--protocol", "cold-titles");
        Ran trials = Ran.in(data, "tune", "--trials", "0");
        Ran minutes = Ran.in(data, "tune", "--minutes", "-1");
        Ran seed = Ran.in(data, "tune", "--seed", "x");

        assertThat(protocol.exitCode()).isEqualTo(2);
        assertThat(protocol.err()).contains("strong, leave-one-out, temporal, not \"cold-titles\"");
        assertThat(trials.exitCode()).isEqualTo(2);
        assertThat(trials.err()).contains("at least 1, not 0");
        assertThat(minutes.exitCode()).isEqualTo(2);
        assertThat(seed.exitCode()).isEqualTo(2);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void tellsWhatWasFoundAndGoesOnWhereItWas() throws IOException {
        String dataset = dataset();

        JsonNode first = Ran.in(data, "tune", "--dataset", dataset, "--trials", "2", "--json")
                .json();
        Ran again = Ran.in(data, "tune", "--dataset", dataset, "--trials", "2", "--json");
        Ran table = Ran.in(data, "tune", "--dataset", dataset, "--trials", "1", "--restart");

        assertThat(first.get("metric").asText()).isEqualTo("ndcg@100");
        assertThat(first.get("members"))
                .extracting(member -> member.get("name").asText())
                .containsExactly("dlae", "als", "next-item");
        assertThat(first.get("members")
                        .get(1)
                        .get("hyperparameters")
                        .get("als.iterations")
                        .isNumber())
                .isTrue();
        assertThat(first.get("test").get("users").asInt()).isPositive();
        assertThat(again.json()).isEqualTo(first);
        assertThat(again.err()).contains("goes on after 6 trials").doesNotContain("tune dlae 1 of");
        assertThat(table.err()).doesNotContain("goes on");
        assertThat(table.out()).contains("validation").contains("test").contains("share of");
        assertThat(first.get("blend").get("adopted").asBoolean()).isTrue();
        assertThat(table.out()).contains("Adopted: movierec train uses");
        assertThat(data.resolve("tuning/profile.properties"))
                .content()
                .startsWith("# ")
                .contains("blend.batch=" + first.get("blend").get("batchShare").asDouble())
                .doesNotContain("dlae.lambda");
    }

    @Test
    void evaluatesWithAProfile() throws IOException {
        Path file = profile("dlae.lambda=77\nals.weight=0.25\n");

        JsonNode report = Ran.in(
                        data,
                        "evaluate",
                        "--dataset",
                        dataset(),
                        "--model",
                        "dlae",
                        "--profile",
                        file.toString(),
                        "--json")
                .json();
        Ran damaged = Ran.in(
                data,
                "evaluate",
                "--dataset",
                dataset(),
                "--profile",
                profile("dlae.lamda=1").toString());

        assertThat(report.get("models")
                        .get(0)
                        .get("hyperparameters")
                        .get("lambda")
                        .asDouble())
                .isEqualTo(77);
        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.err())
                .contains("cannot be used")
                .contains("no dlae.lamda")
                .doesNotContain("\tat ");
    }

    @Test
    void trainingUsesTheProfileForTheDataOfTheFolderAndSurvivesADamagedOne() throws IOException {
        assertThat(Ran.in(data, "import", "movielens", dataset()).exitCode()).isZero();
        profile("dlae.lambda=77\n");
        Ran tuned = Ran.in(data, "train", "--json");
        profile("dlae.lambda=seventy\n");
        Ran defaults = Ran.in(data, "train", "--json");

        assertThat(lambda(tuned)).isEqualTo(77);
        assertThat(lambda(defaults)).isEqualTo(50);
    }

    private static double lambda(Ran training) {
        return training.json()
                .get("model")
                .get("hyperparameters")
                .get("dlae.lambda")
                .asDouble();
    }
}

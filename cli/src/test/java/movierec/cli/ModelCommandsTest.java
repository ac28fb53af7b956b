package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandsTest {
    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    private String dataset() throws IOException {
        return MovieLensSample.write(elsewhere.resolve("made-up")).toString();
    }

    @Test
    void saysThatADatasetIsMissingOrUnusable() throws IOException {
        Path empty = Files.writeString(elsewhere.resolve("ratings.csv"), "userId,movieId\n");

        Ran missing =
                Ran.in(data, "train", "--dataset", elsewhere.resolve("none").toString());
        Ran unusable = Ran.in(data, "evaluate", "--dataset", empty.toString());

        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("There is no file or folder").doesNotContain("\tat ");
        assertThat(unusable.exitCode()).isEqualTo(1);
        assertThat(unusable.err()).contains("ratings.csv").doesNotContain("\tat ");
    }

    @Test
    void saysWhatAProtocolNeeds() throws IOException {
        Path untimed = Files.writeString(
                elsewhere.resolve("ratings.csv"), "userId,movieId\n1,1\n1,2\n1,3\n1,4\n1,5\n2,1\n2,2\n2,3\n2,4\n2,5\n");

        Ran ran = Ran.in(data, "evaluate", "--dataset", untimed.toString(), "--protocol", "temporal");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("The protocol temporal needs the time of every interaction");
    }

    @Test
    void rollsBackToNothingOnlyWithARefusal() {
        Ran ran = Ran.in(data, "models", "rollback");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("There is no earlier model");
        assertThat(Ran.in(data, "models", "list").out()).contains("movierec train");
    }

    @Test
    void trainsOnADatasetAndChoosesAmongModels() throws IOException {
        String dataset = dataset();

        Ran first = Ran.in(data, "train", "--dataset", dataset);
        JsonNode second = Ran.in(data, "train", "--dataset", dataset, "--json").json();

        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .contains("movielens made-up")
                .contains("60 users")
                .contains("ndcg@100")
                .contains("Popularity alone has ndcg@100 0.")
                .contains("Promoted");
        assertThat(second.get("outcome").asText()).isEqualTo("promoted");
        String newer = second.get("model").get("version").asText();

        JsonNode models = Ran.in(data, "models", "list", "--json").json().get("models");
        assertThat(models).hasSize(2);
        assertThat(models.get(0).get("version").asText()).isEqualTo(newer);
        assertThat(models.get(0).get("serving").asBoolean()).isTrue();
        String older = models.get(1).get("version").asText();

        assertThat(Ran.in(data, "models", "rollback").out()).contains(older);
        assertThat(Ran.in(data, "models", "promote", newer).exitCode()).isZero();
        assertThat(Ran.in(data, "models", "list").out())
                .containsPattern(newer + " +yes")
                .containsPattern(older + "  ");
    }

    @Test
    void evaluatesWithTheFieldsThatToolsRelyOn() throws IOException {
        JsonNode report = Ran.in(data, "evaluate", "--dataset", dataset(), "--seed", "7", "--json")
                .json();

        assertThat(report.fieldNames())
                .toIterable()
                .contains("dataset", "protocol", "users", "items", "interactions", "seed", "models");
        assertThat(report.get("dataset").asText()).isEqualTo("movielens made-up");
        assertThat(report.get("protocol").asText()).isEqualTo("strong");
        assertThat(report.get("users").asInt()).isEqualTo(MovieLensSample.USERS);
        assertThat(report.get("seed").asLong()).isEqualTo(7);
        assertThat(report.get("models"))
                .extracting(model -> model.get("name").asText())
                .hasSizeGreaterThan(2)
                .contains("popularity", "ease");
        assertThat(report.get("models")).allSatisfy(model -> {
            assertThat(model.get("metrics").fieldNames())
                    .toIterable()
                    .contains("ndcg@10", "ndcg@100", "recall@20", "recall@50");
            assertThat(model.get("ci95").get("ndcg@100")).hasSize(2);
            assertThat(model.get("trainSeconds").isNumber()).isTrue();
            assertThat(model.get("hyperparameters").isObject()).isTrue();
        });
    }

    @Test
    void printsATableOfOneModel() throws IOException {
        Ran ran = Ran.in(data, "evaluate", "--dataset", dataset(), "--model", "knn", "--protocol", "leave-one-out");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("leave-one-out").contains("ndcg@100").contains(" ±");
        assertThat(ran.out().lines().filter(line -> line.startsWith("popularity")))
                .isEmpty();
        assertThat(ran.err()).contains("read ratings ...").contains("fit ");
    }
}

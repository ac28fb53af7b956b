package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
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

    @Test
    void repeatsSplitsAndComparesWithABaseline() throws IOException {
        String[] asked = {
            "evaluate", "--dataset", dataset(), "--model", "popularity,knn", "--splits", "3", "--baseline", "popularity"
        };
        JsonNode report = Ran.in(data, with(asked, "--json")).json();
        Ran table = Ran.in(data, asked);

        assertThat(report.get("splits").asInt()).isEqualTo(3);
        assertThat(report.get("testUsers").asInt()).isBetween(7, MovieLensSample.USERS);
        JsonNode compared = report.get("models").get(1).get("vsBaseline");
        assertThat(compared.get("model").asText()).isEqualTo("popularity");
        assertThat(compared.get("metric").asText()).isEqualTo("ndcg@100");
        assertThat(compared.get("difference").asDouble()).isPositive();
        assertThat(compared.get("standardError").asDouble()).isPositive();
        assertThat(report.get("models").get(1).get("metrics").fieldNames())
                .toIterable()
                .contains("novelty@20", "diversity@20", "popularity@20", "coverage");
        assertThat(table.out())
                .contains("3 splits, seeds 42-44")
                .contains("user by user")
                .contains("novelty@20");
        assertThat(table.err()).contains("split 3 of 3: evaluate knn");
    }

    @Test
    void evaluatesTitlesThatNobodyHasAndSaysWhoCannot() throws IOException {
        JsonNode report = Ran.in(data, "evaluate", "--dataset", dataset(), "--protocol", "cold-titles", "--json")
                .json();

        assertThat(report.get("models"))
                .extracting(model -> model.get("name").asText())
                .containsExactly("random", "facts", "content", "bridge");
        assertThat(report.get("models").get(3).get("metrics").get("recall@20").asDouble())
                .isBetween(0.0, 1.0);
        assertThat(report.get("skipped")).isNotEmpty().allSatisfy(skipped -> assertThat(
                        skipped.get("reason").asText())
                .contains("by their users only"));
        assertThat(report.get("skipped").get(0).get("name").asText()).isEqualTo("popularity");
        Ran ran = Ran.in(data, "evaluate", "--dataset", dataset(), "--protocol", "cold-titles", "--model", "knn");
        assertThat(ran.out()).contains("Skipped: knn (");
    }

    @Test
    void coldTitlesNeedToBeKnownByTheirFacts() throws IOException {
        Files.delete(Path.of(dataset()).resolve("movies.csv"));

        Ran ran = Ran.in(
                data,
                "evaluate",
                "--protocol",
                "cold-titles",
                "--dataset",
                elsewhere.resolve("made-up").toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("movies.csv");
    }

    @Test
    void refusesToAskForWhatMakesNoSense() throws IOException {
        for (String[] wrong : new String[][] {
            {"--splits", "0"},
            {"--splits", "2", "--protocol", "temporal"},
            {"--model", "knn,nonsense"},
            {"--model", "bridge"}
        }) {
            Ran ran = Ran.in(data, with(new String[] {"evaluate", "--dataset", dataset()}, wrong));

            assertThat(ran.exitCode()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(ran.err()).contains(wrong[0]);
        }
    }

    @Test
    void aWrongRatingIsAnErrorAndABrokenRowANote() throws IOException {
        Path nan = Files.writeString(elsewhere.resolve("nan.csv"), "userId,movieId,rating\n1,1,4\n1,2,nan\n");

        Ran wrong = Ran.in(data, "evaluate", "--dataset", nan.toString());
        Ran broken = Ran.in(data, "evaluate", "--dataset", dataset(), "--model", "popularity");

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("nan.csv line 3: rating is not a number");
        assertThat(broken.exitCode()).isZero();
        assertThat(broken.err())
                .contains("left out 1 rows, the first: ratings.csv line")
                .contains("movieId");
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}

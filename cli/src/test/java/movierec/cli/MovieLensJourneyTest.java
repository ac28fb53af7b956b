package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty folder to measured recommendations, on real ratings. */
class MovieLensJourneyTest {
    @TempDir
    private Path data;

    @Test
    void learnsFromRealRatingsMoreThanPopularity() {
        Path dataset = repository().resolveSibling("shared").resolve("data/ml-latest-small");
        assumeTrue(Files.isDirectory(dataset), "MovieLens latest-small is not at " + dataset);

        Ran imported = Ran.in(data, "import", "movielens", dataset.toString(), "--json");
        Ran trained = Ran.in(data, "train", "--json");

        assertThat(imported.json().get("users").asInt()).isEqualTo(610);
        assertThat(trained.json().get("outcome").asText()).isEqualTo("promoted");
        assertThat(trained.json().get("model").get("simulated").asBoolean()).isFalse();
        assertThat(ndcgInterval("ease").get(0).asDouble())
                .isGreaterThan(ndcgInterval("popularity").get(1).asDouble());
    }

    /** The ends of the 95 % confidence interval; one model at a time, since every other one would cost its training. */
    private JsonNode ndcgInterval(String model) {
        JsonNode report = Ran.in(data, "evaluate", "--model", model, "--json").json();
        return report.get("models").get(0).get("ci95").get("ndcg@100");
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("movierec"))) {
            folder = folder.resolveSibling("");
        }
        return folder;
    }
}

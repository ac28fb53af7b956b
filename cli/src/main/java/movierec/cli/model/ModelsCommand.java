package movierec.cli.model;

import java.util.List;
import java.util.Map;
import movierec.cli.shell.Json;
import movierec.cli.shell.Setup;
import movierec.cli.shell.Table;
import movierec.learning.train.TrainModel;
import movierec.model.ModelInfo;
import movierec.model.ModelRepository;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code movierec models}. */
@Command(
        name = "models",
        description = "List model snapshots and choose the one that serves; a running server follows within seconds.",
        footer = {"  movierec models list", "  movierec models rollback"})
public final class ModelsCommand {
    private final Setup setup;

    public ModelsCommand(Setup setup) {
        this.setup = setup;
    }

    @Command(
            name = "list",
            description = "List the snapshots that are kept, newest first.",
            footer = {"  movierec models list", "  movierec models list --json"})
    int list(@Option(names = "--json", description = Setup.JSON) boolean json) {
        ModelRepository models = setup.folder().models();
        String serving = models.servingVersion().orElse("");
        List<ModelInfo> kept = models.list();
        if (json) {
            List<Map<String, Object>> maps =
                    kept.stream().map(model -> asMap(model, serving)).toList();
            Json.print(Map.of("models", maps), setup.out());
            return 0;
        }
        if (kept.isEmpty()) {
            setup.out().println("There is no model yet. Train one with: movierec train");
            return 0;
        }
        print(kept, serving);
        return 0;
    }

    private static Map<String, Object> asMap(ModelInfo model, String serving) {
        Map<String, Object> map = Models.asMap(model);
        map.put("serving", model.version().equals(serving));
        return map;
    }

    private void print(List<ModelInfo> kept, String serving) {
        String metric = TrainModel.DECIDING_METRIC;
        Table table = new Table(
                "VERSION",
                "SERVES",
                "ALGORITHM",
                "USERS",
                "TITLES",
                "INTERACTIONS",
                metric,
                "POPULARITY",
                "TRAINED ON");
        for (ModelInfo model : kept) {
            table.row(
                    model.version(),
                    model.version().equals(serving) ? "yes" : "",
                    model.algorithm(),
                    model.users(),
                    model.items(),
                    model.interactions(),
                    Models.metric(model, metric),
                    Models.popularity(model),
                    String.join(", ", model.trainedOn()));
        }
        table.print(setup.out());
    }

    @Command(
            name = "promote",
            description = "Let a snapshot serve.",
            footer = "  movierec models promote 20260101-030000-000")
    int promote(@Parameters(paramLabel = "VERSION", description = "The snapshot, as listed.") String version) {
        setup.folder().models().promote(version);
        setup.out().println(version + " serves now");
        return 0;
    }

    @Command(
            name = "rollback",
            description = "Let the snapshot that served before serve again.",
            footer = "  movierec models rollback")
    int rollback() {
        setup.out().println(setup.folder().models().rollback() + " serves again");
        return 0;
    }
}

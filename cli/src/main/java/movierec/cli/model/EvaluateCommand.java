package movierec.cli.model;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import movierec.app.Movierec;
import movierec.cli.shell.Json;
import movierec.cli.shell.Setup;
import movierec.cli.shell.ShownProgress;
import movierec.cli.shell.WrongUsage;
import movierec.learning.evaluate.Evaluation;
import movierec.learning.evaluate.EvaluationResult;
import movierec.learning.evaluate.ModelChoice;
import movierec.learning.split.Protocol;
import movierec.learning.train.TrainingSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code movierec evaluate}. */
@Command(
        name = "evaluate",
        description = {
            "Measure models on users or events that they were not trained on. Nothing is kept.",
            "Without --dataset, on the imported ratings and the users' own events, or else on the simulated audience."
        },
        footer = {"  movierec evaluate", "  movierec evaluate --dataset ml-1m --protocol temporal --model ease --json"})
public final class EvaluateCommand implements Callable<Integer> {
    private static final String ALL = "all";

    private final Setup setup;

    @Option(names = "--dataset", paramLabel = "PATH", description = Datasets.DESCRIPTION)
    private String dataset = "";

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description =
                    "How the data are split: strong (some users are held out whole), leave-one-out (everyone's last"
                            + " title) or temporal (what came after a moment). Default: strong.")
    private String protocolName = Protocol.STRONG.word();

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "One of popularity, knn, ease, edlae, als, or all. Default: all.")
    private String modelName = ALL;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the split. Default: 42.")
    private long seed = 42;

    @Option(names = "--json", description = Setup.JSON)
    private boolean json;

    public EvaluateCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        Protocol protocol = protocol();
        List<ModelChoice> models = models();
        EvaluationResult result;
        try (ShownProgress progress = new ShownProgress(setup.shell())) {
            TrainingSet data = dataset.isEmpty() ? own() : Datasets.at(dataset, progress);
            result = new Evaluation(setup.shell().clock())
                    .run(String.join(", ", data.trainedOn()), data.log(), protocol, models, seed, progress);
        }
        if (json) {
            Json.print(EvaluationReport.asMap(result), setup.out());
        } else {
            EvaluationReport.print(result, setup.out());
        }
        return 0;
    }

    private TrainingSet own() {
        try (Movierec movierec = setup.open()) {
            return Datasets.own(movierec);
        }
    }

    private Protocol protocol() {
        List<String> words =
                Arrays.stream(Protocol.values()).map(Protocol::word).toList();
        return Protocol.of(protocolName).orElseThrow(() -> WrongUsage.noneOf("--protocol", protocolName, words));
    }

    private List<ModelChoice> models() {
        if (modelName.equals(ALL)) {
            return List.of(ModelChoice.values());
        }
        List<String> words = Stream.concat(Arrays.stream(ModelChoice.values()).map(ModelChoice::word), Stream.of(ALL))
                .toList();
        return List.of(ModelChoice.of(modelName).orElseThrow(() -> WrongUsage.noneOf("--model", modelName, words)));
    }
}

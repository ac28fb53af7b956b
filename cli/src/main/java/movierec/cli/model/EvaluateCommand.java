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
import movierec.learning.evaluate.Plan;
import movierec.learning.evaluate.Plan.Contestant;
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
        footer = {
            "  movierec evaluate",
            "  movierec evaluate --dataset ml-1m --protocol temporal --model ease,knn --json",
            "  movierec evaluate --dataset ml-20m.zip --splits 5 --baseline popularity"
        })
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
                            + " title), temporal (what came after a moment) or cold-titles (titles that nobody has"
                            + " yet, by what they are). Default: strong.")
    private String protocolName = Protocol.STRONG.word();

    @Option(
            names = "--model",
            paramLabel = "NAME",
            split = ",",
            description = "One or several of popularity, knn, ease, edlae, or all. Default: all.")
    private List<String> modelNames = List.of(ALL);

    @Option(
            names = "--splits",
            paramLabel = "N",
            description = "Split the data N times, with the seeds from --seed on, and report the means. Default: 1.")
    private int splits = 1;

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            description = "The model that the others are compared with, user by user. Default: edlae; if it does not"
                    + " take part, the best other one.")
    private String baseline = ModelChoice.EDLAE.word();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the first split. Default: 42.")
    private long seed = 42;

    @Option(names = "--json", description = Setup.JSON)
    private boolean json;

    public EvaluateCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        Protocol protocol = protocol();
        if (splits < 1) {
            throw new WrongUsage("--splits is at least 1, not " + splits);
        }
        if (splits > 1 && !protocol.isRandom()) {
            throw new WrongUsage(
                    "--splits repeats random splits; the protocol " + protocol.word() + " always splits the same way");
        }
        List<ModelChoice> models = models();
        EvaluationResult result;
        try (ShownProgress progress = new ShownProgress(setup.shell())) {
            TrainingSet data = dataset.isEmpty() ? own() : Datasets.at(dataset, progress);
            Plan plan = new Plan(
                    String.join(", ", data.trainedOn()),
                    protocol,
                    models.stream().map(Contestant::of).toList(),
                    List.of(),
                    seed,
                    splits,
                    baseline);
            result = new Evaluation(setup.shell().clock()).run(plan, data.log(), progress);
        }
        if (json) {
            Json.print(EvaluationReport.asMap(result), setup.out());
        } else {
            new EvaluationTables(result).print(setup.out());
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
        if (modelNames.contains(ALL)) {
            return List.of(ModelChoice.values());
        }
        List<String> words = Stream.concat(Arrays.stream(ModelChoice.values()).map(ModelChoice::word), Stream.of(ALL))
                .toList();
        return modelNames.stream()
                .map(name -> ModelChoice.of(name.strip()).orElseThrow(() -> WrongUsage.noneOf("--model", name, words)))
                .toList();
    }
}

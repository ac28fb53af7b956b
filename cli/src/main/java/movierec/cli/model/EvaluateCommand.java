package movierec.cli.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import movierec.app.Movierec;
import movierec.cli.shell.CommandFailed;
import movierec.cli.shell.Json;
import movierec.cli.shell.Setup;
import movierec.cli.shell.ShownProgress;
import movierec.cli.shell.WrongUsage;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.evaluate.Evaluation;
import movierec.learning.evaluate.EvaluationResult;
import movierec.learning.evaluate.ModelChoice;
import movierec.learning.evaluate.Plan;
import movierec.learning.evaluate.Plan.Contestant;
import movierec.learning.evaluate.Plan.Skipped;
import movierec.learning.matrix.SparseRows;
import movierec.learning.split.Protocol;
import movierec.learning.train.ContentFeatures;
import movierec.learning.train.TrainingSet;
import movierec.learning.train.TuningFolder;
import movierec.title.Title;
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
            "  movierec evaluate --dataset ml-20m.zip --splits 5 --baseline popularity",
            "  movierec evaluate --model ensemble --profile data/tuning/profile.properties"
        })
public final class EvaluateCommand implements Callable<Integer> {
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
            description =
                    "One or several of popularity, knn, bm25, rp3beta, ease, edlae, dlae, als, next-item, edlae-als, ensemble, or for"
                            + " cold-titles random, facts, content, bridge; or all. Default: all.")
    private List<String> modelNames = List.of(Lineup.ALL);

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

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "Set dlae, als, next-item and ensemble up as in this file, such as the one that tune wrote."
                    + " Default: the built-in settings.")
    private String profileFile = "";

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
        Lineup lineup = Lineup.of(modelNames);
        EvaluationResult result;
        try (ShownProgress progress = new ShownProgress(setup.shell())) {
            result = protocol == Protocol.COLD_TITLES
                    ? evaluateCold(lineup, progress)
                    : evaluate(lineup, protocol, progress);
        }
        if (json) {
            Json.print(EvaluationReport.asMap(result), setup.out());
        } else {
            new EvaluationTables(result).print(setup.out());
        }
        return 0;
    }

    private EvaluationResult evaluate(Lineup lineup, Protocol protocol, ShownProgress progress) {
        TrainingProfile profile =
                profileFile.isEmpty() ? TrainingProfile.DEFAULT : TuningFolder.read(Path.of(profileFile));
        TrainingSet data = dataset.isEmpty() ? ofFolder(Movierec::trainingSet) : Datasets.at(dataset, progress);
        return run(data, protocol, lineup.contestants(data.log(), profile), lineup.skippedFor(data.log()), progress);
    }

    private EvaluationResult evaluateCold(Lineup lineup, ShownProgress progress) {
        TrainingSet data = dataset.isEmpty() ? ofFolder(Movierec::trainingSet) : Datasets.at(dataset, progress);
        List<Title> facts = dataset.isEmpty() ? ofFolder(Datasets::ownTitles) : Datasets.titlesAt(dataset);
        SparseRows content = ContentFeatures.of(data.titles(), facts);
        if (content.size() == 0) {
            throw new CommandFailed("Nothing is known about the titles themselves, so cold titles cannot be told apart:"
                    + " a movies.csv belongs beside the ratings");
        }
        return run(data, Protocol.COLD_TITLES, lineup.contestants(content), lineup.skippedForColdTitles(), progress);
    }

    private EvaluationResult run(
            TrainingSet data,
            Protocol protocol,
            List<Contestant> contestants,
            List<Skipped> skipped,
            ShownProgress progress) {
        Plan plan =
                new Plan(String.join(", ", data.trainedOn()), protocol, contestants, skipped, seed, splits, baseline);
        return new Evaluation(setup.shell().clock()).run(plan, data.log(), progress);
    }

    private <T> T ofFolder(Function<Movierec, T> read) {
        try (Movierec movierec = setup.open()) {
            return read.apply(movierec);
        }
    }

    private Protocol protocol() {
        List<String> words =
                Arrays.stream(Protocol.values()).map(Protocol::word).toList();
        return Protocol.of(protocolName).orElseThrow(() -> WrongUsage.noneOf("--protocol", protocolName, words));
    }
}

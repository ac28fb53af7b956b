package movierec.cli.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import movierec.app.Movierec;
import movierec.cli.shell.CommandFailed;
import movierec.cli.shell.Json;
import movierec.cli.shell.Setup;
import movierec.cli.shell.ShownProgress;
import movierec.learning.train.TrainingOutcome;
import movierec.learning.train.TrainingOutcome.NothingToLearn;
import movierec.learning.train.TrainingOutcome.Promoted;
import movierec.learning.train.TrainingOutcome.Refused;
import movierec.model.ModelInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code movierec train}. */
@Command(
        name = "train",
        description = {
            "Train a model and let it serve unless it is worse than the one that does.",
            "Imported ratings train together with the users' own events; where there is neither, the simulated"
                    + " audience of the sample catalogue does."
        },
        footer = {
            "  movierec train",
            "  movierec train --dataset ml-latest-small     on these ratings alone, without importing them"
        })
public final class TrainCommand implements Callable<Integer> {
    private final Setup setup;

    @Option(names = "--dataset", paramLabel = "PATH", description = Datasets.DESCRIPTION)
    private String dataset = "";

    @Option(names = "--json", description = Setup.JSON)
    private boolean json;

    public TrainCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        TrainingOutcome outcome;
        try (ShownProgress progress = new ShownProgress(setup.shell());
                Movierec movierec = setup.open()) {
            outcome = dataset.isEmpty()
                    ? movierec.train(progress)
                    : movierec.train(() -> Datasets.toServe(dataset, progress), progress);
        }
        switch (outcome) {
            case NothingToLearn nothing -> throw new CommandFailed(nothing.reason());
            case Promoted promoted -> report(promoted.model(), "promoted", promoted.reason());
            case Refused refused -> report(refused.model(), "refused", refused.reason());
        }
        return 0;
    }

    private void report(ModelInfo model, String outcome, String reason) {
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("outcome", outcome);
            map.put("reason", reason);
            map.put("model", Models.asMap(model));
            Json.print(map, setup.out());
            return;
        }
        Models.describe(model, setup.out());
        setup.out()
                .println(
                        outcome.equals("promoted")
                                ? "Promoted: it serves from now on (" + reason + ")."
                                : "Refused: the model before serves on (" + reason + "). To let it serve all the same:"
                                        + " movierec models promote " + model.version());
    }
}

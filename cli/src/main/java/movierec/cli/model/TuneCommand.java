package movierec.cli.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import movierec.app.Movierec;
import movierec.cli.shell.Json;
import movierec.cli.shell.Setup;
import movierec.cli.shell.ShownProgress;
import movierec.cli.shell.WrongUsage;
import movierec.learning.UnusableData;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.split.Protocol;
import movierec.learning.train.FileTrialJournal;
import movierec.learning.train.TrainingSet;
import movierec.learning.train.TuneBlend;
import movierec.learning.train.TuneBlend.TunedBlend;
import movierec.learning.train.TuningFolder;
import movierec.learning.tune.Search;
import movierec.learning.tune.TuneProfile;
import movierec.learning.tune.Tuning;
import movierec.title.Title;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code movierec tune}. */
@Command(
        name = "tune",
        description = {
            "Look for hyper-parameters that suit the data better than the defaults, on users held out for it.",
            "Then how much a model's opinion should count beside what a user did last.",
            "Keeps what it finds as a profile that train uses, if it is measurably better. Interrupted, it goes on where"
                    + " it was when it is run again."
        },
        footer = {
            "  movierec tune",
            "  movierec tune --dataset ml-1m --trials 40 --minutes 120",
            "  movierec tune --restart                      forget earlier trials"
        })
public final class TuneCommand implements Callable<Integer> {
    private static final List<Protocol> PROTOCOLS = List.of(Protocol.STRONG, Protocol.LEAVE_ONE_OUT, Protocol.TEMPORAL);

    private final Setup setup;

    @Option(names = "--dataset", paramLabel = "PATH", description = Datasets.DESCRIPTION)
    private String dataset = "";

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "How the data are split: strong, leave-one-out or temporal, as in evaluate. Default: strong.")
    private String protocolName = Protocol.STRONG.word();

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Settings to try of each model, the default included, at most; fewer when many in a row"
                    + " bring nothing. Default: 20.")
    private int trials = 20;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "Begin no further trial after so many minutes. Default: 60.")
    private int minutes = 60;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the split and of the search. Default: 42.")
    private long seed = 42;

    @Option(names = "--restart", description = "Forget the trials of earlier runs.")
    private boolean restart;

    @Option(names = "--json", description = Setup.JSON)
    private boolean json;

    public TuneCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        Protocol protocol = protocol();
        if (trials < 1 || minutes < 1) {
            throw new WrongUsage("--trials and --minutes are at least 1, not " + Math.min(trials, minutes));
        }
        TuningFolder folder = setup.folder().tuning();
        TuningReport report;
        try (ShownProgress progress = new ShownProgress(setup.shell())) {
            Data data = data(progress);
            Tuning tuning = tune(data.training(), protocol, folder, progress);
            String dataset = String.join(", ", data.training().trainedOn());
            report = new TuningReport(dataset, protocol, seed, tuning, blend(data, tuning, progress));
        }
        if (report.isBetter()) {
            folder.save(report.profile(), comments(report));
        }
        if (json) {
            Json.print(report.asMap(folder.profileFile()), setup.out());
        } else {
            report.print(folder.profileFile(), setup.out());
        }
        return 0;
    }

    private Tuning tune(TrainingSet data, Protocol protocol, TuningFolder folder, ShownProgress progress) {
        Search search = new Search(
                TrainingProfile.DEFAULT, Search.metricFor(protocol), trials, Duration.ofMinutes(minutes), seed);
        try (FileTrialJournal journal = folder.journal(data, protocol, seed)) {
            if (restart) {
                journal.restart();
            }
            if (!journal.finished().isEmpty()) {
                progress.note("goes on after " + journal.finished().size()
                        + " trials of earlier runs; --restart forgets them");
            }
            return new TuneProfile(setup.shell().clock())
                    .run(protocol.split(data.log(), seed), search, journal, progress);
        }
    }

    /** Nothing where the data do not allow it, which is told: the hyper-parameters are worth having without. */
    private static Optional<TunedBlend> blend(Data data, Tuning tuning, ShownProgress progress) {
        TrainingProfile profile = tuning.isBetter() ? tuning.profile() : TrainingProfile.DEFAULT;
        try {
            return Optional.of(TuneBlend.run(data.training(), data.titles(), profile, progress));
        } catch (UnusableData unusable) {
            progress.note("the blend of the layers was not tuned: " + unusable.getMessage());
            return Optional.empty();
        }
    }

    /** @param titles the catalogue that belongs to it */
    private record Data(TrainingSet training, List<Title> titles) {}

    private Data data(ShownProgress progress) {
        if (!dataset.isEmpty()) {
            return new Data(Datasets.at(dataset, progress), Datasets.titlesAt(dataset));
        }
        try (Movierec movierec = setup.open()) {
            return new Data(movierec.trainingSet(), Datasets.ownTitles(movierec));
        }
    }

    private List<String> comments(TuningReport report) {
        Tuning tuning = report.tuning();
        List<String> comments = new ArrayList<>();
        comments.add(
                "Hyper-parameters found by movierec tune; movierec train uses them. Remove this file for the defaults.");
        comments.add("Tuned on: " + report.dataset() + ", protocol "
                + report.protocol().word() + ", seed " + seed + ", at "
                + setup.shell().clock().instant());
        comments.add(comment("Validation users", tuning.metric(), tuning.validation()));
        comments.add(comment("Test users", tuning.metric(), tuning.test()));
        report.blend().filter(TunedBlend::isAdopted).ifPresent(blend -> {
            comments.add(comment("Blend, validation users", TuningReport.BLEND_METRIC, blend.validation()));
            comments.add(comment("Blend, test users", TuningReport.BLEND_METRIC, blend.test()));
        });
        return comments;
    }

    private static String comment(String users, String metric, Tuning.Comparison comparison) {
        return String.format(
                Locale.ROOT,
                "%s (%d): %s %.4f before, %.4f after, difference %.4f, standard error %.4f",
                users,
                comparison.users(),
                metric,
                comparison.before(),
                comparison.after(),
                comparison.difference().mean(),
                comparison.difference().standardError());
    }

    private Protocol protocol() {
        return Protocol.of(protocolName)
                .filter(PROTOCOLS::contains)
                .orElseThrow(() -> WrongUsage.noneOf(
                        "--protocol",
                        protocolName,
                        PROTOCOLS.stream().map(Protocol::word).toList()));
    }
}

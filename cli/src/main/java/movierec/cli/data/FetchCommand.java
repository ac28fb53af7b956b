package movierec.cli.data;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import movierec.app.Fetching;
import movierec.app.Fetching.Job;
import movierec.app.Movierec;
import movierec.cli.shell.CommandFailed;
import movierec.cli.shell.Json;
import movierec.cli.shell.Setup;
import movierec.cli.shell.ShownProgress;
import movierec.cli.shell.Table;
import movierec.cli.shell.WrongUsage;
import movierec.job.JobStatus;
import movierec.job.JobStatus.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code movierec fetch}. */
@Command(
        name = "fetch",
        description = {
            "Bring the catalogue in step with its sources: TMDB (TMDB_API_KEY) and your own files"
                    + " (movierec.titles.folder).",
            "Only what is new or stale is fetched; a run that was broken off goes on where it stopped."
        },
        footer = {
            "  movierec fetch full              everything: once at the beginning",
            "  movierec fetch daily             what is popular and trending",
            "  movierec fetch weekly            genres, hidden gems, acclaimed, top rated",
            "  movierec fetch grow --titles 500 further titles beyond these lists"
        })
public final class FetchCommand implements Callable<Integer> {
    private static final int DEFAULT_GROWTH = 200;

    private final Setup setup;

    @Parameters(paramLabel = "JOB", description = "daily, weekly, full or grow.")
    private Job job = Job.FULL;

    @Option(names = "--titles", paramLabel = "N", description = "Most titles that grow asks for. Default: 200.")
    private int titles = DEFAULT_GROWTH;

    @Option(names = "--json", description = Setup.JSON)
    private boolean json;

    public FetchCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        if (titles < 1) {
            throw new WrongUsage("--titles is at least 1, not " + titles);
        }
        List<JobStatus> runs;
        try (ShownProgress progress = new ShownProgress(setup.shell());
                Movierec movierec = setup.open()) {
            Fetching fetching = movierec.fetching();
            runs = fetching.run(job, titles, progress::step);
        }
        if (json) {
            Json.print(Map.of("runs", runs.stream().map(FetchCommand::asMap).toList()), setup.out());
        } else {
            runs.forEach(run -> print(run, setup.out()));
        }
        runs.stream().filter(run -> run.state() != State.COMPLETED).findFirst().ifPresent(run -> {
            throw new CommandFailed(run.job() + " is not complete. " + run.message());
        });
        return 0;
    }

    private static void print(JobStatus run, PrintWriter out) {
        Table summary = new Table(run.job(), "");
        summary.row("state", run.state().name().toLowerCase(Locale.ROOT));
        summary.row(
                "seconds", run.updatedAt().getEpochSecond() - run.startedAt().getEpochSecond());
        Table calls = new Table("call", "outcome", "times");
        boolean called = false;
        for (Map.Entry<String, Long> count : new TreeMap<>(run.counts()).entrySet()) {
            if (count.getKey().startsWith(JobStatus.CALLS)) {
                String[] words =
                        count.getKey().substring(JobStatus.CALLS.length()).split(" ", 2);
                calls.row(words[0], words.length > 1 ? words[1] : "", count.getValue());
                called = true;
            } else {
                summary.row(count.getKey(), count.getValue());
            }
        }
        summary.print(out);
        if (called) {
            out.println();
            calls.print(out);
        }
        if (!run.message().isEmpty()) {
            out.println();
            out.println(run.message());
        }
    }

    private static Map<String, Object> asMap(JobStatus run) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("job", run.job());
        map.put("state", run.state().name().toLowerCase(Locale.ROOT));
        map.put("startedAt", run.startedAt().toString());
        map.put("endedAt", run.updatedAt().toString());
        Map<String, Long> counts = new TreeMap<>();
        List<Map<String, Object>> calls = new ArrayList<>();
        new TreeMap<>(run.counts()).forEach((name, times) -> {
            if (name.startsWith(JobStatus.CALLS)) {
                String[] words = name.substring(JobStatus.CALLS.length()).split(" ", 2);
                calls.add(Map.of("endpoint", words[0], "outcome", words[1], "times", times));
            } else {
                counts.put(name, times);
            }
        });
        map.put("counts", counts);
        map.put("calls", calls);
        map.put("message", run.message());
        return map;
    }
}

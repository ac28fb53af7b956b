package movierec.cli.operate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import movierec.app.Config;
import movierec.app.DataFolder;
import movierec.cli.operate.Finding.State;
import movierec.cli.shell.Failures;
import movierec.cli.shell.Json;
import movierec.cli.shell.Setup;
import movierec.cli.shell.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code movierec doctor}. */
@Command(
        name = "doctor",
        description = {
            "Check this installation: Java, data folder, database, keys, model, catalogue, port, mail server, TMDB,"
                    + " clock.",
            "Exit code 1 when a check fails. Nothing is changed, except that the tables of an older release are brought"
                    + " up to date."
        },
        footer = {"  movierec doctor", "  movierec doctor --json"})
public final class DoctorCommand implements Callable<Integer> {
    private final Setup setup;

    @Option(names = "--json", description = Setup.JSON)
    private boolean json;

    public DoctorCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        Config config = setup.config();
        DataFolder folder = new DataFolder(config.data());
        List<Finding> findings = Stream.concat(
                        new DataChecks(folder, setup.shell().clock()).all().stream(),
                        new SurroundingsChecks(config, setup.shell().clock()).all().stream())
                .toList();
        if (json) {
            Json.print(
                    Map.of("checks", findings.stream().map(DoctorCommand::asMap).toList()), setup.out());
        } else {
            print(findings);
        }
        return count(findings, State.FAIL) > 0 ? Failures.FAILED : 0;
    }

    private static Map<String, Object> asMap(Finding finding) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("check", finding.check());
        map.put("state", finding.state().word());
        map.put("detail", finding.detail());
        return map;
    }

    private void print(List<Finding> findings) {
        Table table = new Table("CHECK", "STATE", "DETAIL");
        findings.forEach(finding -> table.row(
                finding.check(),
                finding.state() == State.OK ? "ok" : finding.state().word().toUpperCase(Locale.ROOT),
                finding.detail()));
        table.print(setup.out());
        setup.out()
                .printf(
                        "%nChecks: %d ok, %d to look at, %d failed%n",
                        count(findings, State.OK), count(findings, State.WARN), count(findings, State.FAIL));
    }

    private static long count(List<Finding> findings, State state) {
        return findings.stream().filter(finding -> finding.state() == state).count();
    }
}

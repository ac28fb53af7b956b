package movierec.cli.shell;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import movierec.app.Config;
import movierec.app.ConfigLoader;
import movierec.app.DataFolder;
import movierec.app.Meters;
import movierec.app.Movierec;
import movierec.app.Wiring;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command, and what commands make of them. */
public final class Setup {
    /** Description of the option that all printing commands have. */
    public static final String JSON = "Print one JSON object instead of text.";

    private final Shell shell;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of everything that is kept. Default: ./data (environment: MOVIEREC_DATA).")
    private String data = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "File of settings. Default: movierec.properties in the data folder, if it is there"
                    + " (environment: MOVIEREC_CONFIG).")
    private String configFile = "";

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show where a failure came from (a stack trace).")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    public Setup(Shell shell) {
        this.shell = shell;
    }

    public Shell shell() {
        return shell;
    }

    public PrintWriter out() {
        return shell.out();
    }

    boolean isVerbose() {
        return verbose;
    }

    /** The effective settings. */
    public Config config() {
        return config(Map.of());
    }

    /** @param options settings given by options of the command, by key */
    public Config config(Map<String, String> options) {
        Map<String, String> commandLine = new HashMap<>(options);
        if (!data.isEmpty()) {
            commandLine.put("movierec.data", data);
        }
        Map<String, String> environment = new HashMap<>(shell.environment());
        if (!configFile.isEmpty()) {
            environment.put("MOVIEREC_CONFIG", configFile);
        }
        return ConfigLoader.load(commandLine, environment);
    }

    /** Opens the whole product, without a server. */
    public Movierec open() {
        return Wiring.open(config(), shell.clock(), Meters.NONE);
    }

    /** Refuses a command that copies the database's file where there is none. */
    public void requireFileStore() {
        if (!config().adapters().store().equals("sqlite")) {
            throw new CommandFailed(
                    "This command copies the file of SQLite. PostgreSQL is backed up by pg_dump -Fc and put"
                            + " back by pg_restore --clean; it holds the keys and models of all nodes too");
        }
    }

    public DataFolder folder() {
        return new DataFolder(config().data());
    }
}

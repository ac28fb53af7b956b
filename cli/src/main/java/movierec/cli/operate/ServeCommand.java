package movierec.cli.operate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import movierec.app.Config;
import movierec.cli.shell.Setup;
import movierec.server.MovierecServer;
import movierec.server.log.Logging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code movierec serve}: the only command that loads the web framework. */
@Command(
        name = "serve",
        description = "Start the product and serve it until it is stopped (Ctrl+C or the TERM signal).",
        footer = {
            "  movierec serve",
            "  movierec serve --port 0 --data /tmp/try     on a free port, which is printed",
            "  movierec serve --host 0.0.0.0               for everybody who can reach this machine"
        })
public final class ServeCommand implements Callable<Integer> {
    private final Setup setup;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on, 0 for a free one. Default: 8080 (environment: MOVIEREC_PORT).")
    private String port = "";

    @Option(
            names = "--host",
            paramLabel = "H",
            description = "Address to listen on. Default: 127.0.0.1, this machine only (environment: MOVIEREC_HOST).")
    private String host = "";

    public ServeCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() throws InterruptedException {
        Config config = config();
        Logging.configure(
                Logging.Format.valueOf(config.log().format().toUpperCase(Locale.ROOT)),
                config.log().level());
        MovierecServer server = MovierecServer.start(config, setup.shell().clock());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(server::close));
        setup.out()
                .println("Ready at " + server.address() + " (pid "
                        + ProcessHandle.current().pid() + ")");
        setup.out().println("Open that address in a browser to begin; Ctrl+C stops the server.");
        setup.out().flush();
        server.awaitStop();
        return 0;
    }

    private Config config() {
        Map<String, String> options = new HashMap<>();
        if (!port.isEmpty()) {
            options.put("movierec.port", port);
        }
        if (!host.isEmpty()) {
            options.put("movierec.host", host);
        }
        return setup.config(options);
    }
}

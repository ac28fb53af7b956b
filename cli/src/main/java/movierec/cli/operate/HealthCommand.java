package movierec.cli.operate;

import java.net.URI;
import java.util.concurrent.Callable;
import movierec.cli.operate.HealthProbe.Told;
import movierec.cli.shell.CommandFailed;
import movierec.cli.shell.Setup;
import picocli.CommandLine.Command;

/** {@code movierec health}. */
@Command(
        name = "health",
        description = {
            "Ask the running server whether it is ready, at the host and port of the settings.",
            "Exit code 0 when it is: made for the health checks of containers."
        },
        footer = {"  movierec health", "  MOVIEREC_PORT=9000 movierec health"})
public final class HealthCommand implements Callable<Integer> {
    private final Setup setup;

    public HealthCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        URI address = HealthProbe.address(setup.config().http());
        Told told = HealthProbe.ask(address, "/health/ready")
                .orElseThrow(() -> new CommandFailed("no server answers at " + address));
        if (told.status() != 200) {
            throw new CommandFailed("the server at " + address + " is not ready: " + told.body());
        }
        setup.out().println(told.body());
        return 0;
    }
}

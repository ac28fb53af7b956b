package movierec.cli.data;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import movierec.app.DataFolderBackup;
import movierec.cli.shell.Setup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code movierec restore}. */
@Command(
        name = "restore",
        description = {
            "Put a backup in the place of what the data folder holds; the server must be stopped.",
            "What was there is kept beside it, with .before-restore at the end of its name."
        },
        footer = "  movierec restore movierec-2026-01-01.zip")
public final class RestoreCommand implements Callable<Integer> {
    private final Setup setup;

    @Parameters(paramLabel = "FILE", description = "Zip file that movierec backup wrote.")
    private Path file = Path.of("");

    public RestoreCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        setup.requireFileStore();
        Path folder = setup.config().data();
        new DataFolderBackup(folder).restoreFrom(file);
        setup.out().println("Restored " + folder + " from " + file);
        return 0;
    }
}

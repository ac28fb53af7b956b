package movierec.cli.data;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import movierec.app.DataFolderBackup;
import movierec.cli.shell.Setup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code movierec backup}. */
@Command(
        name = "backup",
        description = {
            "Write everything that makes this server itself into one zip file, also while it runs.",
            "The file holds accounts and the keys that sign tokens: keep it as safe as the data folder."
        },
        footer = "  movierec backup movierec-$(date +%%F).zip")
public final class BackupCommand implements Callable<Integer> {
    private final Setup setup;

    @Parameters(paramLabel = "FILE", description = "Zip file to write; one of that name is replaced.")
    private Path file = Path.of("");

    public BackupCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        setup.requireFileStore();
        new DataFolderBackup(setup.config().data()).writeTo(file);
        setup.out().println("Wrote " + file + ". Put it back with: movierec restore " + file);
        return 0;
    }
}

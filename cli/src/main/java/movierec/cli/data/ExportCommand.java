package movierec.cli.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import movierec.app.Movierec;
import movierec.cli.shell.Json;
import movierec.cli.shell.Setup;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import movierec.identity.Account;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code movierec export}. */
@Command(
        name = "export",
        description = "Write everything kept about one user to a file, as JSON of the form of GET /api/user/export.",
        footer = "  movierec export ann@example.org ann.json")
public final class ExportCommand implements Callable<Integer> {
    private final Setup setup;

    @Parameters(index = "0", paramLabel = "EMAIL", description = "E-mail address of the account.")
    private String email = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "File to write; one of that name is replaced.")
    private Path file = Path.of("");

    public ExportCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        try (Movierec movierec = setup.open()) {
            Account account = movierec.people()
                    .accounts()
                    .find(email)
                    .orElseThrow(() -> new Refusal.NotFound("There is no such account"));
            Files.writeString(file, Json.text(UserExport.of(account, movierec)) + "\n");
        } catch (IOException failure) {
            throw new OutsideFailure("files", "cannot write " + file, false, failure);
        }
        setup.out().println("Wrote " + file);
        return 0;
    }
}

package movierec.cli.account;

import movierec.cli.shell.Setup;
import picocli.CommandLine.Command;

/** {@code movierec keys}. */
@Command(
        name = "keys",
        description = "Look after the keys that tokens are signed with.",
        footer = "  movierec keys rotate")
public final class KeysCommand {
    private final Setup setup;

    public KeysCommand(Setup setup) {
        this.setup = setup;
    }

    @Command(
            name = "rotate",
            description =
                    "Sign with a new key from now on. Nobody is signed out: the old one still verifies for a day.",
            footer = "  movierec keys rotate")
    int rotate() {
        setup.folder().rotateKeys(setup.shell().clock());
        setup.out().println("Tokens are signed with a new key; a running server follows within a minute.");
        return 0;
    }
}

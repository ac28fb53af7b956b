package movierec.cli;

import movierec.cli.shell.Setup;
import movierec.cli.shell.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program itself: nothing but its commands. */
@Command(
        name = "movierec",
        description = "Movie and TV recommendations that anyone can run.",
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; the message says why",
            "2:wrong usage: unknown command or option, missing argument",
            "3:wrong settings; all of them are listed"
        },
        footer = {
            "  movierec serve                            start the product on http://127.0.0.1:8080",
            "  movierec user create ann@example.org      create an account; the first one is admin",
            "  movierec import movielens ml-latest-small.zip && movierec train",
            "  movierec doctor                           check this installation",
            "  movierec COMMAND --help                   all about one command"
        })
final class MovierecCommand {
    @Mixin
    private final Setup setup;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    MovierecCommand(Setup setup) {
        this.setup = setup;
    }
}

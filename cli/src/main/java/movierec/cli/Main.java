package movierec.cli;

import java.util.Optional;
import movierec.cli.shell.Failures;
import movierec.cli.shell.Shell;

/** The program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Shell shell = Shell.ofProcess();
        int exitCode = run(shell, arguments);
        shell.out().flush();
        shell.err().flush();
        System.exit(exitCode);
    }

    /** Runs one command and returns its exit code. */
    static int run(Shell shell, String... arguments) {
        try {
            return Commands.all(shell).execute(arguments);
        } catch (OutOfMemoryError full) {
            // Whatever ran was let go on the way here, so there is memory again for one sentence.
            String where = Optional.ofNullable(full.getMessage())
                    .map(text -> " (" + text + ")")
                    .orElse("");
            shell.err()
                    .println("movierec: out of memory" + where + ". Give the program more, for example with"
                            + " MOVIEREC_JAVA_OPTS=-Xmx4g, or close other programs. What was not finished changed"
                            + " nothing.");
            return Failures.FAILED;
        }
    }
}

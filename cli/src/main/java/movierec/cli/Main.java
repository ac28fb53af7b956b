package movierec.cli;

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
            shell.err()
                    .println("movierec: out of memory (" + full.getMessage() + "). Give the program more, for example"
                            + " with MOVIEREC_JAVA_OPTS=-Xmx4g, or close other programs. Nothing was changed that"
                            + " was not finished.");
            return Failures.FAILED;
        }
    }
}

package movierec.cli;

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
        return Commands.all(shell).execute(arguments);
    }
}

package movierec.cli.shell;

/** A command cannot do what it was asked for; the message says why and what to do. */
public final class CommandFailed extends RuntimeException {
    public CommandFailed(String message) {
        super(message);
    }
}

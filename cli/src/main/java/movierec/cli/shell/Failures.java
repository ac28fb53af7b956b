package movierec.cli.shell;

import java.util.stream.Collectors;
import movierec.app.ConfigErrors;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import movierec.learning.UnusableData;
import movierec.model.UnusableSnapshot;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Ends a failed command with one clear message and its exit code. */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    public static final int FAILED = 1;
    public static final int WRONG_SETTINGS = 3;

    private final Setup setup;

    public Failures(Setup setup) {
        this.setup = setup;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        setup.shell().out().flush();
        if (failure instanceof WrongUsage) {
            return wrongUsage(command, said(failure));
        }
        setup.shell().err().println("movierec: " + inWords(failure));
        if (setup.isVerbose()) {
            failure.printStackTrace(setup.shell().err());
        }
        setup.shell().err().flush();
        return failure instanceof ConfigErrors ? WRONG_SETTINGS : FAILED;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        UnmatchedArgumentException.printSuggestions(wrong, setup.shell().err());
        return wrongUsage(wrong.getCommandLine(), said(wrong));
    }

    private int wrongUsage(CommandLine command, String why) {
        String name = command.getCommandSpec().qualifiedName();
        setup.shell().err().println(name + ": " + why);
        setup.shell().err().println("See: " + name + " --help");
        setup.shell().err().flush();
        return ExitCode.USAGE;
    }

    private static String inWords(Exception failure) {
        return switch (failure) {
            case Refusal.Invalid invalid ->
                invalid.faults().stream().map(Refusal.Fault::toString).collect(Collectors.joining("\n  "));
            case Refusal refusal -> refusal.reason();
            case ConfigErrors errors -> said(errors);
            case OutsideFailure outside -> said(outside);
            case UnusableData unusable -> said(unusable);
            case UnusableSnapshot unusable -> said(unusable);
            case CommandFailed failed -> said(failed);
            default -> "unexpected failure: " + said(failure) + "\nWith --verbose it is shown where.";
        };
    }

    private static String said(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}

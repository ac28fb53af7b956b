package movierec.cli;

import movierec.app.Fetching;
import movierec.cli.account.ApiKeyCommand;
import movierec.cli.account.KeysCommand;
import movierec.cli.account.UserCommand;
import movierec.cli.data.BackupCommand;
import movierec.cli.data.ExportCommand;
import movierec.cli.data.FetchCommand;
import movierec.cli.data.ImportCommand;
import movierec.cli.data.PurgeCommand;
import movierec.cli.data.RestoreCommand;
import movierec.cli.model.EvaluateCommand;
import movierec.cli.model.ModelsCommand;
import movierec.cli.model.TrainCommand;
import movierec.cli.model.TuneCommand;
import movierec.cli.operate.ConfigCommand;
import movierec.cli.operate.DoctorCommand;
import movierec.cli.operate.FakeTmdbCommand;
import movierec.cli.operate.HealthCommand;
import movierec.cli.operate.ServeCommand;
import movierec.cli.shell.Failures;
import movierec.cli.shell.Setup;
import movierec.cli.shell.Shell;
import movierec.identity.Scope;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.TypeConversionException;

/** The list of all commands: what is not here does not exist. */
final class Commands {
    private static final int WIDTH = 100;

    private Commands() {}

    static CommandLine all(Shell shell) {
        Setup setup = new Setup(shell);
        Failures failures = new Failures(setup);
        CommandLine commands = new CommandLine(new MovierecCommand(setup))
                .addSubcommand(new ServeCommand(setup))
                .addSubcommand(new TrainCommand(setup))
                .addSubcommand(new EvaluateCommand(setup))
                .addSubcommand(new TuneCommand(setup))
                .addSubcommand(new ModelsCommand(setup))
                .addSubcommand(new FetchCommand(setup))
                .addSubcommand(new ImportCommand(setup))
                .addSubcommand(new UserCommand(setup))
                .addSubcommand(new ApiKeyCommand(setup))
                .addSubcommand(new ExportCommand(setup))
                .addSubcommand(new BackupCommand(setup))
                .addSubcommand(new RestoreCommand(setup))
                .addSubcommand(new PurgeCommand(setup))
                .addSubcommand(new KeysCommand(setup))
                .addSubcommand(new ConfigCommand(setup))
                .addSubcommand(new DoctorCommand(setup))
                .addSubcommand(new HealthCommand(setup))
                .addSubcommand(new FakeTmdbCommand(setup))
                .registerConverter(Scope.class, Commands::scope)
                .registerConverter(Fetching.Job.class, Commands::fetchJob)
                .setOut(shell.out())
                .setErr(shell.err())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
        describe(commands);
        return commands;
    }

    private static Scope scope(String word) {
        return Scope.of(word).orElseThrow(() -> new TypeConversionException("'" + word + "' is no scope"));
    }

    private static Fetching.Job fetchJob(String word) {
        return Fetching.Job.of(word)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + word + "' is no job; there are daily, weekly, full and grow"));
    }

    /** Gives all help texts the same form. */
    private static void describe(CommandLine command) {
        UsageMessageSpec help = command.getCommandSpec().usageMessage();
        help.width(WIDTH);
        help.sortOptions(false);
        help.abbreviateSynopsis(true);
        help.descriptionHeading("%n");
        help.parameterListHeading("%nArguments:%n");
        help.optionListHeading("%nOptions:%n");
        help.commandListHeading("%nCommands:%n");
        help.footerHeading("%nExamples:%n");
        command.getSubcommands().values().forEach(Commands::describe);
    }
}

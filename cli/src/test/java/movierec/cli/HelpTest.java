package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import movierec.cli.shell.Shell;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class HelpTest {
    private static final List<CommandSpec> ALL = all(Commands.all(new Shell(
            new BufferedReader(new StringReader("")),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false,
            Map.of(),
            InstantSource.system())));

    private static List<CommandSpec> all(CommandLine command) {
        List<CommandSpec> all = new ArrayList<>(List.of(command.getCommandSpec()));
        command.getSubcommands().values().forEach(one -> all.addAll(all(one)));
        return all;
    }

    @Test
    void describesEveryCommandWithAnExample() {
        assertThat(ALL).hasSizeGreaterThan(25).allSatisfy(command -> {
            assertThat(command.usageMessage().description()).isNotEmpty();
            assertThat(command.usageMessage().footer())
                    .isNotEmpty()
                    .allMatch(line -> line.contains("movierec") || line.contains("#"));
        });
    }

    @Test
    void describesEveryOptionAndArgument() {
        assertThat(ALL)
                .allSatisfy(command -> assertThat(command.args()).isNotEmpty().allSatisfy(argument -> assertThat(
                                String.join("", argument.description()))
                        .isNotBlank()));
    }

    @Test
    void everyCommandTakesTheSharedOptions() {
        assertThat(ALL).allSatisfy(command -> assertThat(command.optionsMap().keySet())
                .contains("--data", "--config", "--verbose", "--help", "-h"));
    }

    @Test
    void everyCommandAnswersHelpEvenWithoutItsArguments() {
        assertThat(ALL).allSatisfy(command -> {
            List<String> words = new ArrayList<>(List.of(command.qualifiedName().split(" ")));
            words.removeFirst();
            words.add("--help");

            Ran ran = Ran.plain(Map.of(), "", words.toArray(String[]::new));

            assertThat(ran.exitCode()).isZero();
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out())
                    .startsWith("Usage: " + command.qualifiedName())
                    .contains("Examples:");
        });
    }

    @Test
    void theFirstHelpNamesTheExitCodes() {
        assertThat(Ran.plain(Map.of(), "", "--help").out())
                .contains("Exit codes:")
                .contains("wrong settings");
    }

    @Test
    void noArgumentIsNamedByAccident() {
        List<String> labels = ALL.stream()
                .flatMap(command -> command.args().stream())
                .filter(argument -> argument.arity().max() > 0)
                .map(ArgSpec::paramLabel)
                .distinct()
                .toList();

        assertThat(labels).isNotEmpty().noneMatch(label -> label.startsWith("<"));
    }
}

package movierec.cli.shell;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What a command finds around it.
 *
 * @param interactive whether a person sits at a terminal: then there are bars and questions
 * @param environment the environment variables
 */
public record Shell(
        BufferedReader in,
        PrintWriter out,
        PrintWriter err,
        boolean interactive,
        Map<String, String> environment,
        InstantSource clock) {
    public Shell {
        environment = Map.copyOf(environment);
    }

    /** The shell of this process. */
    public static Shell ofProcess() {
        Console console = System.console();
        return new Shell(
                new BufferedReader(new InputStreamReader(System.in, System.out.charset())),
                writer(System.out),
                writer(System.err),
                console != null && console.isTerminal(),
                System.getenv(),
                InstantSource.system());
    }

    /** Containers often set no locale, which means ASCII; whoever reads their output reads UTF-8 all the same. */
    private static PrintWriter writer(PrintStream stream) {
        Charset charset =
                stream.charset().equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : stream.charset();
        return new PrintWriter(stream, true, charset);
    }

    /** The first line of the standard input, without its end. */
    public String readLine() {
        try {
            return Optional.ofNullable(in.readLine()).orElse("");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Asks for a line that is not shown while it is typed; empty where nobody can be asked. */
    public Optional<String> askSecret(String question) {
        Console console = interactive ? System.console() : null;
        return Optional.ofNullable(console)
                .map(asked -> asked.readPassword("%s: ", question))
                .map(String::valueOf);
    }

    /** Asks a question to be answered with y; no where nobody can be asked. */
    public boolean confirm(String question) {
        if (!interactive) {
            return false;
        }
        out.print(question + " [y/N] ");
        out.flush();
        return readLine().strip().equalsIgnoreCase("y");
    }
}

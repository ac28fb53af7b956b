package movierec.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import movierec.cli.shell.Shell;

/** A command that was run to its end, and what it printed. */
record Ran(int exitCode, String out, String err) {
    /** Runs a command against a data folder, with nobody at a terminal. */
    static Ran in(Path data, String... arguments) {
        return with(Map.of(), "", data, arguments);
    }

    static Ran with(Map<String, String> environment, String input, Path data, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--data");
        all.add(data.toString());
        return plain(environment, input, all.toArray(String[]::new));
    }

    /** Runs a command just as given. */
    static Ran plain(Map<String, String> environment, String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Shell shell = new Shell(
                new BufferedReader(new StringReader(input)),
                new PrintWriter(out),
                new PrintWriter(err),
                false,
                environment,
                InstantSource.system());
        int exitCode = Main.run(shell, arguments);
        shell.out().flush();
        shell.err().flush();
        return new Ran(exitCode, out.toString(), err.toString());
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + out, e);
        }
    }
}

package movierec.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@code wrk} with the tokens of many users in turn. */
record Wrk(Path folder, URI server, List<String> tokens, int seconds) {
    private static final int CONNECTIONS = 64;

    /** What wrk measured. */
    record Result(double requestsPerSecond, String p50, String p99, String errors) {}

    Result run(String name, String path) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + CONNECTIONS,
                        "-d" + seconds + "s",
                        "--latency",
                        "-s",
                        script().toString(),
                        server.resolve(path).toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new IOException("wrk failed: " + output);
        }
        Result result = new Result(
                Double.parseDouble(find(output, "Requests/sec:\\s+([0-9.]+)")),
                find(output, "50%\\s+([0-9.]+\\w+)"),
                find(output, "99%\\s+(\\S+)"),
                find(output, "Non-2xx or 3xx responses: (\\d+)"));
        System.out.printf(
                "  %-9s %8.0f requests/s  p50 %-9s p99 %-9s errors %s%n",
                name,
                result.requestsPerSecond(),
                result.p50(),
                result.p99(),
                result.errors().isEmpty() ? "0" : result.errors());
        return result;
    }

    private Path script() throws IOException {
        StringBuilder lua = new StringBuilder("local tokens = {\n");
        tokens.forEach(token -> lua.append('"').append(token).append("\",\n"));
        lua.append("}\nlocal n = 0\nrequest = function()\n  n = n + 1\n")
                .append("  wrk.headers[\"Authorization\"] = \"Bearer \" .. tokens[n % #tokens + 1]\n")
                .append("  return wrk.format(\"GET\")\nend\n");
        return Files.writeString(folder.resolve("tokens.lua"), lua);
    }

    private static String find(String output, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(output);
        return matcher.find() ? matcher.group(1) : "";
    }
}

package movierec.cli.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import movierec.app.Movierec;
import movierec.cli.shell.Json;
import movierec.cli.shell.Setup;
import movierec.title.SourceTerms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code movierec purge}. */
@Command(
        name = "purge",
        description = {
            "Delete every title that came from one source; what users did with these titles stays.",
            "An empty catalogue is filled with the sample at the next start."
        },
        footer = "  movierec purge --source movielens")
public final class PurgeCommand implements Callable<Integer> {
    private final Setup setup;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            required = true,
            description = "Where the titles came from: sample, movielens, tmdb.")
    private String source = "";

    @Option(names = "--json", description = Setup.JSON)
    private boolean json;

    public PurgeCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        int deleted;
        try (Movierec movierec = setup.open()) {
            deleted = movierec.stores().titles().deleteBySource(source);
            if (source.equals(SourceTerms.TMDB)) {
                movierec.images().purge();
            }
        }
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("source", source);
            map.put("deletedTitles", deleted);
            Json.print(map, setup.out());
        } else {
            setup.out().printf("Deleted %,d titles from %s%n", deleted, source);
        }
        return 0;
    }
}

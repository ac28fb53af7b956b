package movierec.cli.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import movierec.app.Movierec;
import movierec.app.Stores;
import movierec.catalogue.importer.ImportMovieLens;
import movierec.catalogue.sample.SampleCatalogue;
import movierec.cli.shell.CommandFailed;
import movierec.cli.shell.Json;
import movierec.cli.shell.Setup;
import movierec.title.SourceTerms;
import movierec.title.Title;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code movierec purge}. */
@Command(
        name = "purge",
        description = {
            "Delete everything that one source said: titles, lists, and when it was asked. What other sources say about the"
                    + " same titles stays, and so does what users did with them.",
            "An empty catalogue is filled with the sample at the next start."
        },
        footer = "  movierec purge --source movielens")
public final class PurgeCommand implements Callable<Integer> {
    /** Purging these twice, or to be sure, is no mistake. */
    private static final Set<String> WELL_KNOWN =
            Set.of(SampleCatalogue.SOURCE, ImportMovieLens.SOURCE, SourceTerms.TMDB);

    private final Setup setup;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            required = true,
            description = "Where the facts came from, such as sample, movielens or tmdb.")
    private String source = "";

    @Option(names = "--json", description = Setup.JSON)
    private boolean json;

    public PurgeCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        Purged purged;
        try (Movierec movierec = setup.open()) {
            Stores stores = movierec.stores();
            purged = Purged.from(stores, source);
            if (source.equals(SourceTerms.TMDB)) {
                movierec.images().purge();
            }
            if (purged.isNothing() && !WELL_KNOWN.contains(source)) {
                throw new CommandFailed("Nothing in the catalogue came from \"" + source + "\"; its sources are: "
                        + String.join(", ", sources(stores)));
            }
        }
        if (json) {
            Json.print(purged.asMap(source), setup.out());
        } else {
            setup.out()
                    .printf(
                            "Deleted %,d titles, %,d lists and %,d checks from %s%n",
                            purged.titles(), purged.lists(), purged.checks(), source);
        }
        return 0;
    }

    private static Set<String> sources(Stores stores) {
        Set<String> sources = new TreeSet<>();
        for (Title title : stores.titles().all()) {
            sources.add(title.source());
            sources.add(title.votesSource());
        }
        stores.catalogueLists().all().forEach(list -> sources.add(list.source()));
        return sources;
    }

    /** How much of each kind was deleted. */
    private record Purged(int titles, int lists, int checks, boolean reference) {
        /** Titles come last: when it breaks off before, another purge still finds the source. */
        static Purged from(Stores stores, String source) {
            boolean reference = stores.references().deleteBySource(source);
            int checks = stores.titleChecks().deleteBySource(source);
            int lists = stores.catalogueLists().deleteBySource(source);
            return new Purged(stores.titles().deleteBySource(source), lists, checks, reference);
        }

        boolean isNothing() {
            return titles == 0 && lists == 0 && checks == 0 && !reference;
        }

        Map<String, Object> asMap(String source) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("source", source);
            map.put("deletedTitles", titles);
            map.put("deletedLists", lists);
            map.put("deletedChecks", checks);
            map.put("deletedReference", reference);
            return map;
        }
    }
}

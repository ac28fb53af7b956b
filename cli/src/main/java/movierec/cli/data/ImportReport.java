package movierec.cli.data;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import movierec.catalogue.importer.ImportMovieLens.History;
import movierec.catalogue.importer.ImportMovieLens.Summary;
import movierec.catalogue.importer.SkippedRows;

/** What an import did, as JSON and in words. */
record ImportReport(Summary summary, Map<String, History> historyByEmail) {
    private static final int SHOWN_EXAMPLES = 3;

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("corpus", summary.corpus());
        map.put("ratings", summary.ratings());
        map.put("users", summary.users());
        map.put("titlesAdded", summary.titlesAdded());
        map.put("titlesUpdated", summary.titlesUpdated());
        map.put("skippedRows", summary.skipped().count());
        map.put("skippedByReason", summary.skipped().countByReason());
        historyByEmail.forEach((email, history) -> map.put("history", asMap(email, history)));
        return map;
    }

    private static Map<String, Object> asMap(String email, History history) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("email", email);
        map.put("recorded", history.recorded());
        map.put("duplicates", history.duplicates());
        map.put("withoutTitle", history.withoutTitle());
        return map;
    }

    void print(PrintWriter out) {
        out.printf("Stored %,d ratings by %,d users as \"%s\"%n", summary.ratings(), summary.users(), summary.corpus());
        out.printf("Added %,d titles to the catalogue, updated %,d%n", summary.titlesAdded(), summary.titlesUpdated());
        printSkipped(summary.skipped(), out);
        historyByEmail.forEach((email, history) -> out.printf(
                "Recorded %,d ratings for %s (%,d known already, %,d of movies without a TMDB id)%n",
                history.recorded(), email, history.duplicates(), history.withoutTitle()));
        out.println("Next: movierec train");
    }

    /** How many rows were left out, why, and a few of them. */
    static void printSkipped(SkippedRows skipped, PrintWriter out) {
        if (skipped.count() == 0) {
            return;
        }
        out.printf("Skipped %,d rows:%n", skipped.count());
        skipped.countByReason().forEach((reason, count) -> out.printf("  %,d: %s%n", count, reason));
        skipped.examples().stream().limit(SHOWN_EXAMPLES).forEach(row -> out.println("  such as " + row));
    }
}

package movierec.cli.data;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import movierec.catalogue.files.ImportTitles.Summary;
import movierec.catalogue.importer.SkippedRows.SkippedRow;
import movierec.cli.shell.Table;

/** What an import of titles did, as JSON and in words. */
record TitlesReport(Summary summary) {
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("files", summary.files());
        map.put("titlesAdded", summary.added());
        map.put("titlesUpdated", summary.updated());
        map.put("titlesUnchanged", summary.unchanged());
        map.put("duplicateRows", summary.duplicates());
        map.put("skippedRows", summary.skipped().count());
        map.put("skippedByReason", summary.skipped().countByReason());
        map.put(
                "skippedExamples",
                summary.skipped().examples().stream().map(SkippedRow::toString).toList());
        return map;
    }

    void print(PrintWriter out) {
        new Table("import titles", "")
                .row("files", summary.files())
                .row("titles added", summary.added())
                .row("titles updated", summary.updated())
                .row("titles unchanged", summary.unchanged())
                .row("duplicate rows", summary.duplicates())
                .row("skipped rows", summary.skipped().count())
                .print(out);
        if (summary.skipped().count() > 0) {
            out.println();
            ImportReport.printSkipped(summary.skipped(), out);
        }
    }
}

package movierec.server.taste;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import movierec.server.json.Json;
import movierec.taste.BatchList;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.RecordedEvent;
import movierec.taste.ServedList;
import movierec.taste.UserData.Everything;
import movierec.title.Catalogue;
import movierec.title.Title;
import movierec.title.TitleId;

/**
 * Everything about a user as one table (CSV, RFC 4180). {@code kind} is the kind of an event (list entries are events too),
 * {@code recommended} for a title of a served list with its position as value, {@code precomputed} the same of the list that
 * waits to be served, or {@code preference}.
 */
final class ExportTable {
    private final Catalogue catalogue;
    private final Writer out;

    private ExportTable(Catalogue catalogue, Writer out) {
        this.catalogue = catalogue;
        this.out = out;
    }

    static void write(Everything everything, Catalogue catalogue, OutputStream bytes) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        ExportTable table = new ExportTable(catalogue, out);
        table.row("kind", "titleId", "title", "value", "at", "details");
        for (RecordedEvent recorded : everything.events()) {
            table.event(recorded.event());
        }
        for (ServedList list : everything.served()) {
            table.served(list);
        }
        for (BatchList list : everything.batch()) {
            table.precomputed(list);
        }
        if (everything.preferences().revision() > 0) {
            String at = everything.preferences().updatedAt().toString();
            for (Map.Entry<String, JsonNode> field :
                    Json.tree(everything.preferences().preferences()).properties()) {
                JsonNode value = field.getValue();
                table.row(
                        "preference",
                        "",
                        "",
                        value.isTextual() ? value.asText() : value.toString(),
                        at,
                        field.getKey());
            }
        }
        out.flush();
    }

    private void event(Event event) throws IOException {
        String value = event.kind() == EventKind.RATED ? Double.toString(event.value()) : "";
        String at = event.at().toString();
        row(event.kind().word(), event.titleId().toString(), name(event.titleId()), value, at, event.context());
    }

    private void served(ServedList list) throws IOException {
        int position = 1;
        for (TitleId titleId : list.titles()) {
            String details = list.profile() + " " + list.modelVersion();
            String value = Integer.toString(position++);
            row(
                    "recommended",
                    titleId.toString(),
                    name(titleId),
                    value,
                    list.at().toString(),
                    details);
        }
    }

    private void precomputed(BatchList list) throws IOException {
        int rank = 1;
        for (BatchList.Entry entry : list.entries()) {
            String details = list.modelVersion() + " " + entry.score();
            row(
                    "precomputed",
                    entry.titleId().toString(),
                    name(entry.titleId()),
                    Integer.toString(rank++),
                    "",
                    details);
        }
    }

    private String name(TitleId titleId) {
        return catalogue.find(titleId).map(Title::name).orElse("");
    }

    private void row(String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells[i]));
        }
        out.write("\r\n");
    }

    /** A cell that begins like a formula gets an apostrophe, so that no spreadsheet runs it. */
    private static String cell(String text) {
        String harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = harmless.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}

package movierec.server.title;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Paging;
import movierec.server.json.Json;
import movierec.title.Title;

/** A page of a list: {@code {results, page, totalPages, totalResults}} and a {@code Link} header. */
public final class TitlePage {
    private TitlePage() {}

    /** Writes one row as a whole JSON value. */
    @FunctionalInterface
    public interface Row<T> {
        void write(JsonGenerator json, T row) throws IOException;
    }

    /** The page of a whole list of titles. */
    static Answer of(Call call, Paging paging, List<Title> all, TitleJson titles) {
        return of(call, paging, paging.of(all), all.size(), (json, title) -> {
            json.writeStartObject();
            titles.writeListed(json, title);
            json.writeEndObject();
        });
    }

    /** A page whose rows were found already. */
    public static <T> Answer of(Call call, Paging paging, List<T> rows, int totalResults, Row<T> row) {
        byte[] page = Json.written(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("results");
            for (T one : rows) {
                row.write(json, one);
            }
            json.writeEndArray();
            json.writeNumberField("page", paging.page());
            json.writeNumberField("totalPages", paging.totalPages(totalResults));
            json.writeNumberField("totalResults", totalResults);
            json.writeEndObject();
        });
        return paging.linked(Answer.bytes(200, Answer.JSON, page), call, totalResults);
    }
}

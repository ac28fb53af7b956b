package movierec.server.taste;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import movierec.server.title.TitleJson;
import movierec.taste.ClientFacts;
import movierec.taste.ListEntry;
import movierec.title.Catalogue;
import movierec.title.Title;

/** The wire shape of a list entry: the title, and when it was added. */
final class EntryJson {
    private EntryJson() {}

    static void write(JsonGenerator json, ListEntry entry, Catalogue catalogue, TitleJson titles) throws IOException {
        json.writeStartObject();
        titles.writeListed(json, catalogue.find(entry.titleId()).orElseGet(() -> said(entry)));
        json.writeStringField("addedAt", entry.addedAt().toString());
        json.writeEndObject();
    }

    /** A title of which we know no more than the client said. */
    private static Title said(ListEntry entry) {
        ClientFacts facts = entry.facts();
        String date = facts.releaseDate();
        return Title.builder(entry.titleId(), facts.title())
                .posterPath(facts.posterPath())
                .releaseDate(date)
                .year(date.isEmpty() ? 0 : Integer.parseInt(date.substring(0, 4)))
                .votes(facts.voteAverage(), 0)
                .build();
    }
}

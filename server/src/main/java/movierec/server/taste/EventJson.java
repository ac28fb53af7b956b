package movierec.server.taste;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.RecordedEvent;
import movierec.title.Catalogue;
import movierec.title.Title;

/** The wire shape of a recorded event. */
final class EventJson {
    private EventJson() {}

    static void write(JsonGenerator json, RecordedEvent recorded, Catalogue catalogue) throws IOException {
        Event event = recorded.event();
        json.writeStartObject();
        json.writeNumberField("eventId", recorded.id());
        json.writeStringField("titleId", event.titleId().toString());
        json.writeStringField(
                "title", catalogue.find(event.titleId()).map(Title::name).orElse(""));
        json.writeStringField("kind", event.kind().word());
        if (event.kind() == EventKind.RATED) {
            json.writeNumberField("value", event.value());
        }
        json.writeStringField("at", event.at().toString());
        if (!event.clientId().isEmpty()) {
            json.writeStringField("clientId", event.clientId());
        }
        if (!event.context().isEmpty()) {
            json.writeStringField("context", event.context());
        }
        json.writeEndObject();
    }
}

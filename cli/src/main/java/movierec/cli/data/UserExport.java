package movierec.cli.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import movierec.app.Movierec;
import movierec.cli.shell.Json;
import movierec.identity.Account;
import movierec.recommend.ServingState;
import movierec.taste.BatchList;
import movierec.taste.ClientFacts;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.ListEntry;
import movierec.taste.RecordedEvent;
import movierec.taste.ServedList;
import movierec.taste.StoredPreferences;
import movierec.taste.UserData.Everything;
import movierec.taste.vocabulary.Vocabularies.UnknownTerm;
import movierec.title.Catalogue;
import movierec.title.Title;
import movierec.title.TitleId;

/** Everything kept about one user, in the shape in which the API exports it too. */
final class UserExport {
    private static final int FORMAT_VERSION = 1;

    private UserExport() {}

    static Map<String, Object> of(Account account, Movierec movierec) {
        Everything everything = movierec.stores().userData().export(account.userId());
        ServingState state = movierec.recommender().state().get();
        Map<String, Object> export = new LinkedHashMap<>();
        export.put("formatVersion", FORMAT_VERSION);
        export.put("exportedAt", movierec.clock().instant().toString());
        export.put("user", account.userId().value());
        export.put("account", account(account));
        export.put("preferences", preferences(everything.preferences(), state));
        export.put(
                "events",
                everything.events().stream()
                        .map(event -> event(event, state.catalogue()))
                        .toList());
        export.put("favourites", entries(everything.favourites()));
        export.put("watchlist", entries(everything.watchlist()));
        export.put(
                "served", everything.served().stream().map(UserExport::served).toList());
        export.put("batch", everything.batch().stream().map(UserExport::batch).toList());
        return export;
    }

    private static Map<String, Object> account(Account account) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sub", account.userId().value());
        fields.put("email", account.email().typed());
        fields.put("role", account.role().word());
        fields.put("createdAt", account.createdAt().toString());
        return fields;
    }

    private static Map<String, Object> preferences(StoredPreferences stored, ServingState state) {
        Map<String, Object> fields = Json.fields(stored.preferences());
        if (stored.revision() > 0) {
            fields.put("updatedAt", stored.updatedAt().toString());
        }
        fields.put(
                "unknownTerms",
                state.vocabularies().unknown(stored.preferences()).stream()
                        .map(UnknownTerm::text)
                        .distinct()
                        .toList());
        return fields;
    }

    private static Map<String, Object> event(RecordedEvent recorded, Catalogue catalogue) {
        Event event = recorded.event();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("eventId", recorded.id());
        fields.put("titleId", event.titleId().toString());
        fields.put("title", catalogue.find(event.titleId()).map(Title::name).orElse(""));
        fields.put("kind", event.kind().word());
        if (event.kind() == EventKind.RATED) {
            fields.put("value", event.value());
        }
        fields.put("at", event.at().toString());
        if (!event.clientId().isEmpty()) {
            fields.put("clientId", event.clientId());
        }
        if (!event.context().isEmpty()) {
            fields.put("context", event.context());
        }
        return fields;
    }

    private static List<Map<String, Object>> entries(List<ListEntry> entries) {
        return entries.stream().map(UserExport::entry).toList();
    }

    private static Map<String, Object> entry(ListEntry entry) {
        ClientFacts facts = entry.facts();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("titleId", entry.titleId().toString());
        fields.put("addedAt", entry.addedAt().toString());
        fields.put("facts", Json.fields(facts));
        return fields;
    }

    private static Map<String, Object> served(ServedList list) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", list.at().toString());
        fields.put("profile", list.profile());
        fields.put("modelVersion", list.modelVersion());
        fields.put("titles", list.titles().stream().map(TitleId::toString).toList());
        return fields;
    }

    private static Map<String, Object> batch(BatchList list) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("modelVersion", list.modelVersion());
        fields.put("tasteVersion", list.tasteVersion());
        fields.put(
                "entries",
                list.entries().stream()
                        .map(entry -> Map.of("titleId", entry.titleId().toString(), "score", entry.score()))
                        .toList());
        return fields;
    }
}

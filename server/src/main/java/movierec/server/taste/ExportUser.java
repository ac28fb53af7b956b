package movierec.server.taste;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import movierec.identity.Accounts;
import movierec.identity.Role;
import movierec.identity.UserId;
import movierec.recommend.ServingState;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Caller;
import movierec.server.http.Endpoint;
import movierec.server.identity.AccountJson;
import movierec.server.json.Json;
import movierec.server.json.Parameters;
import movierec.taste.ListEntry;
import movierec.taste.RecordedEvent;
import movierec.taste.UserData;
import movierec.taste.UserData.Everything;
import movierec.title.Catalogue;

/** {@code GET /api/user/export}: everything kept about the user, as JSON or as one table (USER-1). */
public final class ExportUser implements Endpoint {
    /** Grows when a field changes its meaning. */
    private static final int FORMAT_VERSION = 1;

    private final UserData userData;
    private final Accounts accounts;
    private final Supplier<ServingState> state;
    private final InstantSource clock;

    public ExportUser(UserData userData, Accounts accounts, Supplier<ServingState> state, InstantSource clock) {
        this.userData = userData;
        this.accounts = accounts;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public Answer answer(Call call) {
        UserId user = call.user();
        Parameters query = call.query();
        String format = query.word("format", List.of("json", "csv"), "json");
        call.check();
        Everything everything = userData.export(user);
        Catalogue catalogue = state.get().catalogue();
        Answer answer = format.equals("csv")
                ? Answer.stream("text/csv; charset=utf-8", out -> ExportTable.write(everything, catalogue, out))
                : json(call, everything, catalogue);
        return answer.header("Content-Disposition", "attachment; filename=\"movierec-export." + format + "\"");
    }

    private Answer json(Call call, Everything everything, Catalogue catalogue) {
        return Answer.bytes(200, Answer.JSON, Json.written(json -> {
            json.writeStartObject();
            json.writeNumberField("formatVersion", FORMAT_VERSION);
            json.writeStringField("exportedAt", clock.instant().toString());
            json.writeStringField("user", call.user().value());
            if (call.caller() instanceof Caller.User user) {
                Role role = user.admin() ? Role.ADMIN : Role.USER;
                json.writeFieldName("account");
                json.writePOJO(AccountJson.of(accounts.profile(user.id()), role));
            }
            json.writeFieldName("preferences");
            json.writePOJO(
                    PreferencesJson.write(everything.preferences(), state.get().vocabularies()));
            json.writeArrayFieldStart("events");
            for (RecordedEvent event : everything.events()) {
                EventJson.write(json, event, catalogue);
            }
            json.writeEndArray();
            json.writeFieldName("favourites");
            json.writePOJO(entries(everything.favourites()));
            json.writeFieldName("watchlist");
            json.writePOJO(entries(everything.watchlist()));
            json.writeFieldName("served");
            json.writePOJO(everything.served());
            json.writeFieldName("batch");
            json.writePOJO(everything.batch());
            json.writeEndObject();
        }));
    }

    /** Entries with what the client said of titles that the catalogue does not know. */
    private static List<Map<String, Object>> entries(List<ListEntry> entries) {
        return entries.stream()
                .map(entry -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("titleId", entry.titleId());
                    fields.put("addedAt", entry.addedAt());
                    fields.put("facts", entry.facts());
                    return fields;
                })
                .toList();
    }
}

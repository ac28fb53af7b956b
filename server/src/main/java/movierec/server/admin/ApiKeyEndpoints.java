package movierec.server.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import movierec.identity.ApiKey;
import movierec.identity.ApiKeys;
import movierec.identity.Scope;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.json.Body;

/** {@code /api/admin/apikeys}: the keys of app clients (AUTH-7). */
public final class ApiKeyEndpoints {
    private final ApiKeys apiKeys;

    public ApiKeyEndpoints(ApiKeys apiKeys) {
        this.apiKeys = apiKeys;
    }

    /** All keys, revoked ones too, without their secrets. */
    public Answer list(Call call) {
        ObjectNode keys = JsonNodeFactory.instance.objectNode();
        ArrayNode results = keys.putArray("results");
        apiKeys.list().stream().map(ApiKeyEndpoints::json).forEach(results::add);
        return Answer.ok(keys);
    }

    /** Makes a key; this answer is the only place where its secret is ever seen. */
    public Answer create(Call call) {
        Body body = call.body();
        String name = body.text("name", 100, "");
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        int index = 0;
        for (String word : body.texts("scopes", 20, 40)) {
            Optional<Scope> scope = Scope.of(word);
            scope.ifPresent(scopes::add);
            if (scope.isEmpty()) {
                body.fault("scopes/" + index, "must be one of catalogue, events, recommend, admin");
            }
            index++;
        }
        call.check();
        ApiKeys.NewApiKey created = apiKeys.create(name, scopes);
        return Answer.created(json(created.key()).put("key", created.secret()));
    }

    /** Revokes a key. */
    public Answer revoke(Call call) {
        apiKeys.revoke(call.path("keyId"));
        return Answer.noContent();
    }

    private static ObjectNode json(ApiKey key) {
        ObjectNode fields =
                JsonNodeFactory.instance.objectNode().put("keyId", key.keyId()).put("name", key.name());
        ArrayNode scopes = fields.putArray("scopes");
        key.scopes().stream().sorted().map(Scope::word).forEach(scopes::add);
        fields.put("createdAt", key.createdAt().toString());
        if (!key.lastUsedAt().equals(Instant.EPOCH)) {
            fields.put("lastUsedAt", key.lastUsedAt().toString());
        }
        return fields.put("revoked", key.isRevoked());
    }
}

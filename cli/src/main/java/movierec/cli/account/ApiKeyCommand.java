package movierec.cli.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import movierec.app.Movierec;
import movierec.cli.shell.Json;
import movierec.cli.shell.Setup;
import movierec.cli.shell.Table;
import movierec.identity.ApiKey;
import movierec.identity.ApiKeys.NewApiKey;
import movierec.identity.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code movierec apikey}. */
@Command(
        name = "apikey",
        description = "Create, list and revoke the keys of app clients.",
        footer = "  movierec apikey create living-room --scopes catalogue,events,recommend")
public final class ApiKeyCommand {
    private final Setup setup;

    public ApiKeyCommand(Setup setup) {
        this.setup = setup;
    }

    @Command(
            name = "create",
            description = "Create a key and print its secret, which is shown this one time only.",
            footer = "  movierec apikey create living-room --scopes catalogue,events,recommend")
    int create(
            @Parameters(paramLabel = "NAME", description = "What the key is for, in your own words.") String name,
            @Option(
                            names = "--scopes",
                            paramLabel = "a,b",
                            split = ",",
                            required = true,
                            description = "What the key may do: catalogue, events, recommend, admin.")
                    List<Scope> scopes,
            @Option(names = "--json", description = Setup.JSON) boolean json) {
        Set<Scope> asked = EnumSet.copyOf(scopes);
        NewApiKey created;
        try (Movierec movierec = setup.open()) {
            created = movierec.people().apiKeys().create(name, asked);
        }
        if (json) {
            Map<String, Object> map = asMap(created.key());
            map.put("secret", created.secret());
            Json.print(map, setup.out());
            return 0;
        }
        setup.out().println("Key     " + created.key().keyId() + " (" + words(created.key()) + ")");
        setup.out().println("Secret  " + created.secret());
        setup.out().println("Send it as X-API-Key. It is not kept and cannot be shown again.");
        return 0;
    }

    @Command(
            name = "revoke",
            description = "Stop a key from working, at once and for good.",
            footer = "  movierec apikey revoke KEY_ID")
    int revoke(@Parameters(paramLabel = "ID", description = "Id of the key, as listed.") String keyId) {
        try (Movierec movierec = setup.open()) {
            movierec.people().apiKeys().revoke(keyId);
        }
        setup.out().println("Revoked " + keyId);
        return 0;
    }

    @Command(
            name = "list",
            description = "List all keys, oldest first, revoked ones too.",
            footer = {"  movierec apikey list", "  movierec apikey list --json"})
    int list(@Option(names = "--json", description = Setup.JSON) boolean json) {
        List<ApiKey> keys;
        try (Movierec movierec = setup.open()) {
            keys = movierec.people().apiKeys().list();
        }
        if (json) {
            Json.print(Map.of("apiKeys", keys.stream().map(ApiKeyCommand::asMap).toList()), setup.out());
            return 0;
        }
        Table table = new Table("ID", "NAME", "SCOPES", "CREATED", "LAST USED", "REVOKED");
        keys.forEach(key -> table.row(
                key.keyId(),
                key.name(),
                words(key),
                key.createdAt(),
                orNever(key.lastUsedAt()),
                key.isRevoked() ? key.revokedAt() : "no"));
        table.print(setup.out());
        return 0;
    }

    private static String words(ApiKey key) {
        return key.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(","));
    }

    private static String orNever(Instant moment) {
        return moment.equals(Instant.EPOCH) ? "never" : moment.toString();
    }

    private static Map<String, Object> asMap(ApiKey key) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("keyId", key.keyId());
        map.put("name", key.name());
        map.put("scopes", key.scopes().stream().sorted().map(Scope::word).toList());
        map.put("createdAt", key.createdAt().toString());
        if (!key.lastUsedAt().equals(Instant.EPOCH)) {
            map.put("lastUsedAt", key.lastUsedAt().toString());
        }
        if (key.isRevoked()) {
            map.put("revokedAt", key.revokedAt().toString());
        }
        return map;
    }
}

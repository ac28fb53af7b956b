package movierec.server.recommend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import movierec.failure.Refusal;
import movierec.recommend.Ask;
import movierec.recommend.Dials;
import movierec.recommend.MediaFilter;
import movierec.recommend.Profile;
import movierec.recommend.WhatIf;
import movierec.server.http.Call;
import movierec.server.json.Body;
import movierec.server.json.Json;
import movierec.server.json.Parameters;
import movierec.server.taste.PreferencesJson;
import movierec.taste.Preferences;
import movierec.title.TitleId;

/** Reads a question for recommendations from a query (GET) or a body (POST, for long lists). */
final class AskReader {
    static final int DEFAULT_LIMIT = 20;
    private static final int MAX_PREFERENCES_LENGTH = 8_000;
    private static final List<String> PROFILES = List.of("blend", "taste", "tuned");
    private static final List<String> MEDIA_TYPES = List.of("both", "movie", "tv");

    private AskReader() {}

    /**
     * The default profile is the one difference between the path and its alias at the root (REC-3, REC-4). What was tuned is
     * the default where there is any such thing, and the blend otherwise (REC-5).
     */
    private static String defaultProfile(Call call) {
        return call.calledPath().startsWith("/api/") ? "tuned" : "taste";
    }

    static Ask fromQuery(Call call) {
        Parameters query = call.query();
        Profile profile = profile(query.word("profile", PROFILES, defaultProfile(call)));
        MediaFilter mediaType = mediaType(query.word("mediaType", MEDIA_TYPES, "both"));
        int limit = query.integer("limit", 1, Ask.MAX_LIMIT, DEFAULT_LIMIT);
        Dials dials = new Dials(
                query.number("diversity", 0, 1, Dials.DEFAULT.diversity()),
                query.number("novelty", 0, 1, Dials.DEFAULT.novelty()),
                query.text("era", 60, ""),
                query.integer("seed", 0, Integer.MAX_VALUE, 0));
        WhatIf whatIf = new WhatIf(
                new HashSet<>(titles(query, "exclude")),
                titles(query, "favorites"),
                titles(query, "watchlist"),
                preferences(query));
        call.check();
        return new Ask(call.user(), profile, mediaType, limit, dials, whatIf);
    }

    static Ask fromBody(Call call) {
        Body body = call.body();
        Profile profile = profile(word(body, "profile", PROFILES, defaultProfile(call)));
        MediaFilter mediaType = mediaType(word(body, "mediaType", MEDIA_TYPES, "both"));
        int limit = body.integer("limit", 1, Ask.MAX_LIMIT, DEFAULT_LIMIT);
        Dials dials = new Dials(
                body.number("diversity", 0, 1, Dials.DEFAULT.diversity()),
                body.number("novelty", 0, 1, Dials.DEFAULT.novelty()),
                body.text("era", 60, ""),
                body.integer("seed", 0, Integer.MAX_VALUE, 0));
        WhatIf whatIf = new WhatIf(
                new HashSet<>(Lists.titles(body, "exclude")),
                Lists.titles(body, "favorites"),
                Lists.titles(body, "watchlist"),
                preferences(body));
        call.check();
        return new Ask(call.user(), profile, mediaType, limit, dials, whatIf);
    }

    static MediaFilter mediaType(Body body) {
        return mediaType(word(body, "mediaType", MEDIA_TYPES, "both"));
    }

    static MediaFilter mediaType(Parameters query) {
        return mediaType(query.word("mediaType", MEDIA_TYPES, "both"));
    }

    private static Profile profile(String name) {
        return Profile.of(name).orElse(Profile.BLEND);
    }

    private static MediaFilter mediaType(String word) {
        return MediaFilter.of(word).orElse(MediaFilter.BOTH);
    }

    static String word(Body body, String name, List<String> words, String otherwise) {
        String word = body.text(name, 40, otherwise);
        if (!words.contains(word)) {
            body.fault(name, "must be one of " + String.join(", ", words));
            return otherwise;
        }
        return word;
    }

    private static List<TitleId> titles(Parameters query, String name) {
        return query.list(name, Lists.MAX_TITLES, TitleId::parse, "title ids such as movie:550");
    }

    private static UnaryOperator<Preferences> preferences(Parameters query) {
        String text = query.text("preferences", MAX_PREFERENCES_LENGTH, "");
        if (text.isEmpty()) {
            return UnaryOperator.identity();
        }
        try {
            if (Json.read(text.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode changes) {
                return stored -> PreferencesJson.merge(stored, changes);
            }
            query.fault("preferences", "must be a JSON object");
        } catch (Refusal.Invalid malformed) {
            query.fault("preferences", "must be a JSON object: " + malformed.reason());
        }
        return UnaryOperator.identity();
    }

    private static UnaryOperator<Preferences> preferences(Body body) {
        Optional<JsonNode> node = body.node("preferences");
        if (node.isPresent() && node.get() instanceof ObjectNode changes) {
            return stored -> PreferencesJson.merge(stored, changes);
        }
        if (node.isPresent()) {
            body.fault("preferences", "must be an object");
        }
        return UnaryOperator.identity();
    }
}

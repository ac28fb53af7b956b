package movierec.server.taste;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import movierec.failure.Refusal;
import movierec.server.json.Body;
import movierec.server.json.Faults;
import movierec.server.json.Json;
import movierec.taste.Preferences;
import movierec.taste.StoredPreferences;
import movierec.taste.vocabulary.Vocabularies;
import movierec.title.Certification;

/** The wire shape of preferences: the fields of {@link Preferences} by their names. */
public final class PreferencesJson {
    private static final int MAX_TERMS = 50;
    private static final int MAX_TERM_LENGTH = 60;
    private static final List<String> GENRE_FIELDS = List.of("favoriteGenres", "excludedGenres");
    private static final List<String> MEDIA_TYPES = List.of("movie", "tv", "both");

    private PreferencesJson() {}

    /**
     * The preferences after a merge patch (RFC 7396): fields that are sent replace, null means the default, others stay.
     * Onto the defaults this is a full replacement.
     *
     * @throws Refusal.Invalid naming every wrong field
     */
    public static Preferences merge(Preferences current, ObjectNode changes) {
        ObjectNode merged = (ObjectNode) Json.tree(current);
        for (String field : merged.propertyStream().map(Map.Entry::getKey).toList()) {
            JsonNode change = changes.get(field);
            if (change != null) {
                merged.set(field, GENRE_FIELDS.contains(field) ? withNumbersAsTexts(change) : change);
            }
        }
        Faults faults = new Faults();
        Preferences preferences = read(Body.of(merged, faults));
        faults.check();
        return preferences;
    }

    /** With when they were stored, and the terms that are kept but mean nothing to us. */
    static ObjectNode write(StoredPreferences stored, Vocabularies vocabularies) {
        ObjectNode fields = (ObjectNode) Json.tree(stored.preferences());
        if (stored.revision() > 0) {
            fields.put("updatedAt", stored.updatedAt().toString());
        }
        ArrayNode unknown = fields.putArray("unknownTerms");
        vocabularies.unknown(stored.preferences()).stream()
                .map(Vocabularies.UnknownTerm::text)
                .distinct()
                .forEach(unknown::add);
        return fields;
    }

    /** Genres may be sent as TMDB numbers. */
    private static JsonNode withNumbersAsTexts(JsonNode genres) {
        if (!(genres instanceof ArrayNode array)) {
            return genres;
        }
        ArrayNode texts = array.arrayNode();
        array.forEach(genre -> texts.add(genre.isIntegralNumber() ? TextNode.valueOf(genre.asText()) : genre));
        return texts;
    }

    private static Preferences read(Body body) {
        Preferences defaults = Preferences.DEFAULTS;
        double minRating = body.number("minRating", 0, 10, defaults.minRating());
        double maxRating = body.number("maxRating", 0, 10, defaults.maxRating());
        if (minRating > maxRating) {
            body.fault("minRating", "must not be above maxRating");
        }
        int firstYear = year(body, "releaseYearStart", defaults.releaseYearStart());
        int lastYear = year(body, "releaseYearEnd", defaults.releaseYearEnd());
        if (firstYear > lastYear) {
            body.fault("releaseYearStart", "must not be after releaseYearEnd");
        }
        return new Preferences(
                terms(body, "favoriteGenres"),
                terms(body, "keywords"),
                minRating,
                maxRating,
                firstYear,
                lastYear,
                terms(body, "subgenrePreferences"),
                terms(body, "moodPreferences"),
                terms(body, "eraPreferences"),
                terms(body, "languagePreferences"),
                terms(body, "criticalAcclaimPreferences"),
                terms(body, "aestheticPreferences"),
                terms(body, "storyStructurePreferences"),
                terms(body, "characterPreferences"),
                terms(body, "excludedGenres"),
                terms(body, "excludedKeywords"),
                terms(body, "providers"),
                region(body),
                certification(body),
                mediaType(body));
    }

    private static int year(Body body, String field, int otherwise) {
        return body.integer(field, Preferences.FIRST_YEAR, Preferences.LAST_YEAR, otherwise);
    }

    private static List<String> terms(Body body, String field) {
        Set<String> terms = new LinkedHashSet<>();
        int index = 0;
        for (String term : body.texts(field, MAX_TERMS, MAX_TERM_LENGTH)) {
            if (term.isBlank() && isBlankText(body, field, index)) {
                body.fault(field + "/" + index, "must not be empty");
            }
            terms.add(term.strip());
            index++;
        }
        return new ArrayList<>(terms);
    }

    /** Whether it was sent blank; a term that was refused for another reason reads as empty too. */
    private static boolean isBlankText(Body body, String field, int index) {
        return body.node(field)
                .map(sent -> sent.path(index))
                .filter(item -> item.isTextual() && item.textValue().isBlank())
                .isPresent();
    }

    private static String region(Body body) {
        String region = body.text("region", 20, "").strip().toUpperCase(Locale.ROOT);
        if (!region.isEmpty() && !region.matches("[A-Z]{2}")) {
            body.fault("region", "must be a country of two letters such as DE, or empty");
        }
        return region;
    }

    private static String certification(Body body) {
        String cap = body.text("maxCertification", 20, "").strip().toUpperCase(Locale.ROOT);
        if (!cap.isEmpty() && !Certification.isKnown(cap)) {
            body.fault("maxCertification", "must be a US certification such as PG-13 or TV-14, or empty");
        }
        return cap;
    }

    private static String mediaType(Body body) {
        String word =
                body.text("mediaType", 20, Preferences.DEFAULTS.mediaType()).toLowerCase(Locale.ROOT);
        if (!MEDIA_TYPES.contains(word)) {
            body.fault("mediaType", "must be one of movie, tv, both");
        }
        return word;
    }
}

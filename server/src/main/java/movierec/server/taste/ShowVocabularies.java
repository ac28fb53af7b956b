package movierec.server.taste;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.http.EntityTag;
import movierec.server.json.Json;
import movierec.taste.vocabulary.Term;
import movierec.taste.vocabulary.Vocabularies;
import movierec.taste.vocabulary.VocabularyKind;
import movierec.title.Genre;

/** {@code GET /api/vocabularies}: the words preferences understand, and what each means in the catalogue (PREF-3). */
public final class ShowVocabularies implements Endpoint {
    private final byte[] vocabularies;
    private final String entityTag;

    public ShowVocabularies(Vocabularies vocabularies) {
        this.vocabularies = Json.bytes(write(vocabularies));
        this.entityTag = EntityTag.of("vocabularies", vocabularies.version());
    }

    @Override
    public Answer answer(Call call) {
        return Answer.bytes(200, Answer.JSON, vocabularies).cached(Caching.CATALOGUE, entityTag);
    }

    private static ObjectNode write(Vocabularies vocabularies) {
        ObjectNode all = JsonNodeFactory.instance.objectNode().put("version", vocabularies.version());
        ObjectNode byKind = all.putObject("vocabularies");
        for (VocabularyKind kind : VocabularyKind.values()) {
            ArrayNode terms = byKind.putArray(kind.word());
            vocabularies.terms(kind).forEach(term -> terms.add(write(term)));
        }
        return all;
    }

    private static ObjectNode write(Term term) {
        ObjectNode fields =
                JsonNodeFactory.instance.objectNode().put("id", term.id()).put("label", term.label());
        fields.put("field", term.kind().field());
        genres(fields, "within", term.within());
        genres(fields, "genres", term.genres());
        ArrayNode keywords = fields.putArray("keywords");
        term.sortedKeywords().forEach(keywords::add);
        if (!term.years().equals(Term.Years.ANY)) {
            ObjectNode years =
                    fields.putObject("years").put("first", term.years().first());
            if (term.years().last() != Integer.MAX_VALUE) {
                years.put("last", term.years().last());
            }
        }
        if (!term.votes().equals(Term.Votes.ANY)) {
            votes(fields.putObject("votes"), term.votes());
        }
        ArrayNode languages = fields.putArray("languages");
        term.languages().stream().sorted().forEach(languages::add);
        return fields;
    }

    private static void votes(ObjectNode fields, Term.Votes votes) {
        fields.put("minAverage", votes.minAverage()).put("maxAverage", votes.maxAverage());
        fields.put("minCount", votes.minCount());
        if (votes.maxCount() != Integer.MAX_VALUE) {
            fields.put("maxCount", votes.maxCount());
        }
    }

    private static void genres(ObjectNode fields, String name, Set<Genre> genres) {
        ArrayNode labels = fields.putArray(name);
        genres.stream().sorted().map(Genre::label).forEach(labels::add);
    }
}

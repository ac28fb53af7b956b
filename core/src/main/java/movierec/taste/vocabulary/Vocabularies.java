package movierec.taste.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import movierec.taste.Preferences;
import movierec.title.Genre;

/** All vocabularies (PREF-3). Immutable and thread-safe. */
public final class Vocabularies {
    private final String version;
    private final Map<VocabularyKind, List<Term>> terms = new EnumMap<>(VocabularyKind.class);
    private final Map<VocabularyKind, Map<String, Term>> termByWord = new EnumMap<>(VocabularyKind.class);

    Vocabularies(String version, Collection<Term> stated) {
        this.version = version;
        for (VocabularyKind kind : VocabularyKind.values()) {
            terms.put(kind, new ArrayList<>());
            termByWord.put(kind, new LinkedHashMap<>());
        }
        stated.forEach(this::add);
        Arrays.stream(Genre.values()).map(Vocabularies::genreTerm).forEach(this::add);
    }

    /** Reads the vocabularies that ship with the program. */
    public static Vocabularies load() {
        return VocabularyFile.read();
    }

    /** Changes whenever a term is added, removed or means something else. */
    public String version() {
        return version;
    }

    /** The terms of a vocabulary, in the order in which they are shown. */
    public List<Term> terms(VocabularyKind kind) {
        return List.copyOf(terms.getOrDefault(kind, List.of()));
    }

    /** The term with that id or label, in any case and spelling of spaces and dashes; a genre by its number too. */
    public Optional<Term> term(VocabularyKind kind, String text) {
        if (kind == VocabularyKind.GENRE) {
            return Genre.parse(text).map(Vocabularies::genreTerm);
        }
        return Optional.ofNullable(termByWord.getOrDefault(kind, Map.of()).get(word(text)));
    }

    /**
     * The terms a user stated, unknown ones left out. Genres are not among them: the pipeline weighs those by themselves.
     */
    public List<Term> stated(Preferences preferences) {
        List<Term> stated = new ArrayList<>();
        for (VocabularyKind kind : VocabularyKind.values()) {
            if (kind != VocabularyKind.GENRE) {
                kind.stated(preferences).forEach(text -> term(kind, text).ifPresent(stated::add));
            }
        }
        return stated;
    }

    /** What a user stated that no vocabulary knows: kept as it is, without effect, and reported back. */
    public List<UnknownTerm> unknown(Preferences preferences) {
        List<UnknownTerm> unknown = new ArrayList<>();
        for (VocabularyKind kind : VocabularyKind.values()) {
            addUnknown(kind, kind.field(), kind.stated(preferences), unknown);
        }
        addUnknown(VocabularyKind.GENRE, "excludedGenres", preferences.excludedGenres(), unknown);
        return unknown;
    }

    /** @param field the preferences' field it stands in, as in the API */
    public record UnknownTerm(String field, String text) {}

    private void addUnknown(VocabularyKind kind, String field, List<String> texts, List<UnknownTerm> unknown) {
        for (String text : texts) {
            if (term(kind, text).isEmpty()) {
                unknown.add(new UnknownTerm(field, text));
            }
        }
    }

    private void add(Term term) {
        terms.getOrDefault(term.kind(), List.of()).add(term);
        Map<String, Term> words = termByWord.getOrDefault(term.kind(), Map.of());
        Term sameId = words.put(word(term.id()), term);
        Term sameLabel = words.put(word(term.label()), term);
        if ((sameId != null && !sameId.equals(term)) || (sameLabel != null && !sameLabel.equals(term))) {
            throw new IllegalArgumentException("two terms are called " + term.id() + " or " + term.label());
        }
    }

    private static Term genreTerm(Genre genre) {
        return new Term(
                VocabularyKind.GENRE,
                word(genre.label()),
                genre.label(),
                Set.of(genre),
                Set.of(),
                Set.of(),
                Term.Years.ANY,
                Term.Votes.ANY,
                Set.of());
    }

    private static String word(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }
}

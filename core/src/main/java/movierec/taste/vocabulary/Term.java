package movierec.taste.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import movierec.title.Genre;
import movierec.title.Title;

/**
 * One word of a vocabulary and what it means in the catalogue. A title matches when it lies within the required genres,
 * years, votes and languages, and the better the more of the keywords and genres speak for it. An empty set requires
 * nothing. Two terms of the same kind and id are the same term.
 *
 * @param id stable and lower-case, such as {@code space-opera}
 * @param label what people read
 * @param within genres of which the title must have one
 * @param genres genres that speak for the term, each weakly
 * @param keywords lower-case keywords that speak for the term, each strongly
 * @param years year of release
 * @param votes mean vote and number of votes
 * @param languages ISO 639-1 codes of which the title's original language must be one
 */
public record Term(
        VocabularyKind kind,
        String id,
        String label,
        Set<Genre> within,
        Set<Genre> genres,
        Set<String> keywords,
        Years years,
        Votes votes,
        Set<String> languages) {
    private static final double UNCONVINCED_BY_KEYWORD = 0.5;
    private static final double UNCONVINCED_BY_GENRE = 0.75;

    public Term {
        within = Set.copyOf(within);
        genres = Set.copyOf(genres);
        keywords = Set.copyOf(keywords);
        languages = Set.copyOf(languages);
    }

    /** Years, both inclusive. */
    public record Years(int first, int last) {
        public static final Years ANY = new Years(0, Integer.MAX_VALUE);

        boolean contain(int year) {
            return this == ANY || (year >= first && year <= last);
        }
    }

    /** Mean vote and number of votes, all inclusive. */
    public record Votes(double minAverage, double maxAverage, int minCount, int maxCount) {
        public static final Votes ANY = new Votes(0, 10, 0, Integer.MAX_VALUE);

        boolean contain(Title title) {
            return title.voteAverage() >= minAverage
                    && title.voteAverage() <= maxAverage
                    && title.voteCount() >= minCount
                    && title.voteCount() <= maxCount;
        }
    }

    /**
     * How well a title fits, 0 (not at all) to 1. Evidence adds up as a noisy or: each keyword or genre that speaks for the
     * term halves, or lessens by a quarter, what is left of the doubt.
     */
    public double matches(Title title) {
        if (!allows(title)) {
            return 0;
        }
        if (genres.isEmpty() && keywords.isEmpty()) {
            return 1;
        }
        double doubt = 1;
        for (Genre genre : title.genres()) {
            doubt *= genres.contains(genre) ? UNCONVINCED_BY_GENRE : 1;
        }
        for (String keyword : title.keywords()) {
            doubt *= keywords.contains(keyword.toLowerCase(Locale.ROOT)) ? UNCONVINCED_BY_KEYWORD : 1;
        }
        return 1 - doubt;
    }

    /** The keywords in alphabetical order. */
    public List<String> sortedKeywords() {
        return List.copyOf(new TreeSet<>(keywords));
    }

    private boolean allows(Title title) {
        return years.contain(title.year())
                && votes.contain(title)
                && (languages.isEmpty() || languages.contains(title.originalLanguage()))
                && (within.isEmpty() || title.genres().stream().anyMatch(within::contains));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Term term && kind == term.kind && id.equals(term.id);
    }

    @Override
    public int hashCode() {
        return 31 * kind.ordinal() + id.hashCode();
    }
}

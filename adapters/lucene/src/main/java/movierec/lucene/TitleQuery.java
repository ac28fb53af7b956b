package movierec.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * Builds the query for a searched text from ready-made parts; the text itself is never parsed as query syntax. Every part
 * has a fixed worth, so the order of the results can be explained: a whole name first, then its beginning, then exact words
 * before beginnings of words before words with typos, names before people, and among equals the popular.
 */
final class TitleQuery {
    static final String WHOLE_NAME = "wholeName";
    static final String NAME_WORD = "nameWord";
    static final String PERSON_WORD = "personWord";
    static final String FEATURES = "features";
    static final String POPULARITY = "popularity";

    private static final float WHOLE = 30;
    private static final float WHOLE_BEGINNING = 6;
    private static final float WHOLE_WITH_TYPO = 3;
    private static final float EXACT = 4;
    private static final float BEGINNING = 2;
    private static final float TYPO = 1;
    private static final float PERSON_FACTOR = 0.8f;
    private static final float POPULARITY_WORTH = 3;

    /** The popularity (0 to 100) that earns half of {@link #POPULARITY_WORTH}. */
    private static final float POPULARITY_PIVOT = 20;

    private static final int MIN_LENGTH_WITH_TYPO = 4;
    private static final int MIN_LENGTH_WITH_TWO_TYPOS = 8;
    private static final int MAX_AUTOMATON_WORK = 10_000;

    private TitleQuery() {}

    /** How far a title may be from the searched text; each includes the ones before. */
    enum Tolerance {
        BEGINNINGS,
        TYPOS,
        A_MISSING_WORD
    }

    /** Matches titles that have all of the words (or all but one), or that name run together. */
    static Query of(SearchWords words, Tolerance tolerance) {
        boolean typos = tolerance != Tolerance.BEGINNINGS;
        int missing = tolerance == Tolerance.A_MISSING_WORD ? 1 : 0;
        Query text = new BooleanQuery.Builder()
                .add(wholeName(words.together(), typos), Occur.SHOULD)
                .add(words(words.words(), typos, missing), Occur.SHOULD)
                .build();
        Query popularity = FeatureField.newSaturationQuery(FEATURES, POPULARITY, POPULARITY_WORTH, POPULARITY_PIVOT);
        return new BooleanQuery.Builder()
                .add(text, Occur.MUST)
                .add(popularity, Occur.SHOULD)
                .build();
    }

    private static Query wholeName(String name, boolean typos) {
        List<Query> ways = new ArrayList<>();
        ways.add(worth(WHOLE, new TermQuery(new Term(WHOLE_NAME, name))));
        ways.add(worth(WHOLE_BEGINNING, new PrefixQuery(new Term(WHOLE_NAME, name))));
        if (typos && name.length() >= MIN_LENGTH_WITH_TYPO) {
            ways.add(worth(WHOLE_WITH_TYPO, new FuzzyQuery(new Term(WHOLE_NAME, name), typos(name), 1)));
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query words(List<String> words, boolean typos, int missing) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            List<Query> ways = new ArrayList<>();
            addExact(words.get(i), ways);
            if (typos) {
                boolean stillTyped = i == words.size() - 1;
                addTypos(words.get(i), stillTyped, ways);
            }
            all.add(new DisjunctionMaxQuery(ways, 0), Occur.SHOULD);
        }
        return all.setMinimumNumberShouldMatch(Math.max(1, words.size() - missing))
                .build();
    }

    private static void addExact(String word, List<Query> ways) {
        ways.add(worth(EXACT, new TermQuery(new Term(NAME_WORD, word))));
        ways.add(worth(EXACT * PERSON_FACTOR, new TermQuery(new Term(PERSON_WORD, word))));
        ways.add(worth(BEGINNING, new PrefixQuery(new Term(NAME_WORD, word))));
        ways.add(worth(BEGINNING * PERSON_FACTOR, new PrefixQuery(new Term(PERSON_WORD, word))));
    }

    private static void addTypos(String word, boolean stillTyped, List<Query> ways) {
        if (word.length() >= MIN_LENGTH_WITH_TYPO) {
            ways.add(worth(TYPO, new FuzzyQuery(new Term(NAME_WORD, word), typos(word), 1)));
            ways.add(worth(TYPO * PERSON_FACTOR, new FuzzyQuery(new Term(PERSON_WORD, word), typos(word), 1)));
        }
        if (stillTyped && word.length() > MIN_LENGTH_WITH_TYPO) {
            Automaton beginning = beginningWithTypo(word);
            ways.add(worth(TYPO, new AutomatonQuery(new Term(NAME_WORD, word), beginning)));
            ways.add(worth(TYPO * PERSON_FACTOR, new AutomatonQuery(new Term(PERSON_WORD, word), beginning)));
        }
    }

    /** Words that begin with something one typo away; the first letter is taken to be right. */
    private static Automaton beginningWithTypo(String word) {
        Automaton oneTypo = new LevenshteinAutomata(word.substring(1), true).toAutomaton(1, word.substring(0, 1));
        Automaton beginning = Operations.concatenate(List.of(oneTypo, Automata.makeAnyString()));
        return Operations.determinize(beginning, MAX_AUTOMATON_WORK);
    }

    private static int typos(String word) {
        return word.length() >= MIN_LENGTH_WITH_TWO_TYPOS ? 2 : 1;
    }

    private static Query worth(float worth, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), worth);
    }
}

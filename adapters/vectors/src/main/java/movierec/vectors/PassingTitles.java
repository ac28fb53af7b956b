package movierec.vectors;

import java.io.IOException;
import java.util.function.Predicate;
import movierec.title.TitleId;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/** Finds the documents of titles that pass a filter. */
final class PassingTitles extends Query {
    /** In simple operations; only to be compared with that of other queries. */
    private static final float COST_OF_A_TEST = 100;

    private final Predicate<TitleId> filter;

    PassingTitles(Predicate<TitleId> filter) {
        this.filter = filter;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), LuceneVectorIndex.TITLE);
                Scorer scorer = new ConstantScoreScorer(score(), scoreMode, passing(numbers));
                return new DefaultScorerSupplier(scorer);
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    private TwoPhaseIterator passing(NumericDocValues numbers) {
        return new TwoPhaseIterator(numbers) {
            @Override
            public boolean matches() throws IOException {
                return filter.test(TitleNumbers.titleId(numbers.longValue()));
            }

            @Override
            public float matchCost() {
                return COST_OF_A_TEST;
            }
        };
    }

    @Override
    public String toString(String field) {
        return "titles that pass a filter";
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

package movierec.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import movierec.failure.OutsideFailure;
import movierec.title.TitleId;
import movierec.vector.TitleVector;
import movierec.vector.VectorIndex;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;

/**
 * Follows a graph of near neighbours (HNSW: Malkov and Yashunin 2018) on disk, which the operating system caches: a thousandth
 * of the vectors is looked at, and a few neighbours may be missed. Made anew by each process.
 */
final class LuceneVectorIndex implements VectorIndex {
    static final String VECTOR = "vector";
    static final String ID = "id";
    static final String TITLE = "title";

    /** The paper's ef: how many neighbours a search keeps in view at least. More find more and take longer. */
    private static final int MIN_CANDIDATES = 100;

    private static final double BUFFER_MEGABYTES = 64;

    private final int dimensions;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private LuceneVectorIndex(int dimensions, Directory directory) throws IOException {
        this.dimensions = dimensions;
        this.directory = directory;
        this.writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES));
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /** @param folder gets a folder of this process's own */
    static LuceneVectorIndex open(int dimensions, Path folder) {
        try {
            return new LuceneVectorIndex(dimensions, ScratchFolders.open(folder));
        } catch (IOException failure) {
            throw failed("cannot write to " + folder, failure);
        }
    }

    private static OutsideFailure failed(String what, IOException failure) {
        return new OutsideFailure("lucene", "the graph of vectors: " + what, false, failure);
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public int size() {
        return search(searcher -> searcher.getIndexReader().numDocs());
    }

    @Override
    public void put(Collection<TitleVector> vectors) {
        VectorChecks.check(vectors, dimensions);
        try {
            for (TitleVector vector : vectors) {
                writer.updateDocument(term(vector.titleId()), document(vector));
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException failure) {
            throw failed("cannot be written", failure);
        }
    }

    private static Term term(TitleId titleId) {
        return new Term(ID, titleId.toString());
    }

    private static Document document(TitleVector vector) {
        Document document = new Document();
        document.add(new StringField(ID, vector.titleId().toString(), Field.Store.NO));
        document.add(new NumericDocValuesField(TITLE, TitleNumbers.of(vector.titleId())));
        document.add(new KnnFloatVectorField(VECTOR, vector.values(), VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    @Override
    public void remove(Collection<TitleId> titleIds) {
        try {
            writer.deleteDocuments(
                    titleIds.stream().map(LuceneVectorIndex::term).toArray(Term[]::new));
            searchers.maybeRefreshBlocking();
        } catch (IOException failure) {
            throw failed("cannot be written", failure);
        }
    }

    @Override
    public Optional<float[]> find(TitleId titleId) {
        return search(searcher -> {
            TopDocs hits = searcher.search(new TermQuery(term(titleId)), 1);
            return hits.scoreDocs.length == 0 ? Optional.empty() : Optional.of(values(searcher, hits.scoreDocs[0].doc));
        });
    }

    private static float[] values(IndexSearcher searcher, int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(VECTOR);
        DocIndexIterator iterator = vectors.iterator();
        iterator.advance(document - leaf.docBase);
        return vectors.vectorValue(iterator.index()).clone();
    }

    @Override
    public List<Neighbour> nearest(float[] query, int limit, Predicate<TitleId> filter) {
        if (limit <= 0) {
            return List.of();
        }
        int candidates = Math.max(2 * limit, MIN_CANDIDATES);
        return search(searcher -> {
            // Asking the filter about every title takes longer than the search, and most filters let enough of the
            // nearest pass.
            List<Neighbour> nearest =
                    neighbours(searcher, new KnnFloatVectorQuery(VECTOR, query, candidates), candidates);
            List<Neighbour> passing = nearest.stream()
                    .filter(neighbour -> filter.test(neighbour.titleId()))
                    .toList();
            if (passing.size() < limit && nearest.size() == candidates) {
                PassingTitles wanted = new PassingTitles(filter);
                passing = neighbours(searcher, new KnnFloatVectorQuery(VECTOR, query, candidates, wanted), candidates);
            }
            return passing.stream().limit(limit).toList();
        });
    }

    private static List<Neighbour> neighbours(IndexSearcher searcher, Query query, int limit) throws IOException {
        List<Neighbour> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
            // Lucene's score of a dot product is (1 + product) / 2.
            found.add(new Neighbour(titleId(searcher, hit.doc), 2 * hit.score - 1));
        }
        found.sort(NearestFirst.ORDER);
        return found;
    }

    private static TitleId titleId(IndexSearcher searcher, int document) throws IOException {
        NumericDocValues numbers = MultiDocValues.getNumericValues(searcher.getIndexReader(), TITLE);
        if (numbers == null || !numbers.advanceExact(document)) {
            throw new IllegalStateException("Document " + document + " has no title");
        }
        return TitleNumbers.titleId(numbers.longValue());
    }

    private interface Search<T> {
        T run(IndexSearcher searcher) throws IOException;
    }

    private <T> T search(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                // Filters differ each time: nothing of them is worth keeping.
                searcher.setQueryCache(null);
                return search.run(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failure) {
            throw failed("cannot be read", failure);
        }
    }

    @Override
    public void close() {
        try (directory;
                writer;
                searchers) {
            writer.rollback();
        } catch (IOException failure) {
            throw failed("cannot be closed", failure);
        }
    }
}

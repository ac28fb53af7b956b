package movierec.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import movierec.failure.OutsideFailure;
import movierec.lucene.TitleQuery.Tolerance;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleSearch;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Title search over an index in memory. A rebuild writes a new index beside the old one and swaps them by one reference;
 * the old one is left to the garbage collector once its last search has ended. Empty until first built.
 */
public final class LuceneTitleSearch implements TitleSearch {
    private static final int MAX_TEXT_LENGTH = 200;
    private static final int MAX_WORDS = 12;

    /** With so many results nobody is told about titles that are spelled similarly. */
    private static final int ENOUGH = 3;

    private static final String POSITION = "position";

    /** Null until first built: loading Lucene costs more than all the rest of a start, so nobody waits for it. */
    private volatile @Nullable Index current;

    /** @param titleIds by the position that each document carries */
    private record Index(IndexSearcher searcher, List<TitleId> titleIds) {}

    @Override
    public synchronized void rebuild(Collection<Title> titles) {
        current = indexOf(titles);
    }

    @Override
    public Matches match(String text, int limit) {
        Index index = current;
        if (index == null || limit <= 0) {
            return Matches.NONE;
        }
        SearchWords words = SearchWords.of(text.length() <= MAX_TEXT_LENGTH ? text : text.substring(0, MAX_TEXT_LENGTH))
                .first(MAX_WORDS);
        if (words.isEmpty()) {
            return Matches.NONE;
        }
        try {
            return match(index, words, limit);
        } catch (IOException e) {
            throw new OutsideFailure("lucene", "the title index in memory cannot be read", false, e);
        }
    }

    /** Forgives only as much as it must: looking for typos costs a hundred times more, and finds what nobody meant. */
    private static Matches match(Index index, SearchWords words, int limit) throws IOException {
        Set<TitleId> found = new LinkedHashSet<>(search(index, TitleQuery.of(words, Tolerance.BEGINNINGS), limit));
        if (found.size() < Math.min(limit, ENOUGH)) {
            found.addAll(search(index, TitleQuery.of(words, Tolerance.TYPOS), limit));
        }
        boolean mayMiss = found.isEmpty() && words.words().size() > 1;
        return new Matches(
                found.stream().limit(limit).toList(),
                mayMiss ? search(index, TitleQuery.of(words, Tolerance.A_MISSING_WORD), limit) : List.of());
    }

    private static List<TitleId> search(Index index, Query query, int limit) throws IOException {
        List<TitleId> found = new ArrayList<>();
        for (ScoreDoc hit : index.searcher().search(query, limit).scoreDocs) {
            found.add(index.titleIds().get(position(index, hit.doc)));
        }
        return found;
    }

    private static int position(Index index, int document) throws IOException {
        NumericDocValues positions =
                MultiDocValues.getNumericValues(index.searcher().getIndexReader(), POSITION);
        if (positions == null || !positions.advanceExact(document)) {
            throw new IllegalStateException("Document " + document + " has no position");
        }
        return (int) positions.longValue();
    }

    private static Index indexOf(Collection<Title> titles) {
        // Documents of equal score come in the order in which they were added.
        List<Title> popularFirst = titles.stream()
                .sorted(Comparator.comparingDouble(Title::popularity).reversed().thenComparing(Title::id))
                .toList();
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (int position = 0; position < popularFirst.size(); position++) {
                writer.addDocument(document(popularFirst.get(position), position));
            }
            writer.forceMerge(1);
            writer.commit();
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setQueryCache(null);
            return new Index(searcher, popularFirst.stream().map(Title::id).toList());
        } catch (IOException e) {
            throw new OutsideFailure("lucene", "the title index in memory cannot be built", false, e);
        }
    }

    private static Document document(Title title, int position) {
        Document document = new Document();
        Set<String> nameWords = new LinkedHashSet<>();
        for (String name : List.of(title.name(), title.originalName())) {
            SearchWords words = SearchWords.of(name);
            if (!words.isEmpty()) {
                nameWords.addAll(words.words());
                document.add(new StringField(TitleQuery.WHOLE_NAME, words.together(), Field.Store.NO));
            }
        }
        nameWords.forEach(word -> document.add(new StringField(TitleQuery.NAME_WORD, word, Field.Store.NO)));
        Set<String> personWords = new LinkedHashSet<>();
        title.directors()
                .forEach(name -> personWords.addAll(SearchWords.of(name).words()));
        title.cast().forEach(name -> personWords.addAll(SearchWords.of(name).words()));
        personWords.forEach(word -> document.add(new StringField(TitleQuery.PERSON_WORD, word, Field.Store.NO)));
        if (title.popularity() > 0) {
            float popularity = Math.max((float) title.popularity(), Float.MIN_NORMAL);
            document.add(new FeatureField(TitleQuery.FEATURES, TitleQuery.POPULARITY, popularity));
        }
        document.add(new NumericDocValuesField(POSITION, position));
        return document;
    }
}

package movierec.recommend.content;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import movierec.title.Catalogue;
import movierec.title.Genre;
import movierec.title.Title;

/**
 * One sparse vector of length 1 per title over its facts. A fact weighs by its kind and by how rare it is (inverse document
 * frequency), so a shared director says more than a shared language. Compressed sparse rows: the facts of title i stand at
 * {@code offsets[i]} to {@code offsets[i + 1]}. Immutable and thread-safe.
 */
public final class SymbolicVectors {
    private static final double GENRE = 1.0;
    private static final double KEYWORD = 1.0;
    private static final double DIRECTOR = 0.8;
    private static final double ACTOR = 0.45;
    private static final double DECADE = 0.35;
    private static final double LANGUAGE = 0.35;

    private final Map<String, Integer> factIndexes = new HashMap<>();
    private final int[] offsets;
    private final int[] facts;
    private final float[] weights;
    private final double[] rarity;

    public SymbolicVectors(Catalogue catalogue) {
        int size = catalogue.size();
        int[][] factsOf = new int[size][];
        double[][] weightsOf = new double[size][];
        for (int titleIndex = 0; titleIndex < size; titleIndex++) {
            Map<String, Double> described = describe(catalogue.title(titleIndex));
            factsOf[titleIndex] = described.keySet().stream()
                    .mapToInt(fact -> factIndexes.computeIfAbsent(fact, f -> factIndexes.size()))
                    .toArray();
            weightsOf[titleIndex] =
                    described.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
        rarity = inverseDocumentFrequency(factsOf, factIndexes.size());
        offsets = new int[size + 1];
        for (int titleIndex = 0; titleIndex < size; titleIndex++) {
            offsets[titleIndex + 1] = offsets[titleIndex] + factsOf[titleIndex].length;
        }
        facts = new int[offsets[size]];
        weights = new float[offsets[size]];
        for (int titleIndex = 0; titleIndex < size; titleIndex++) {
            fill(titleIndex, factsOf[titleIndex], weightsOf[titleIndex]);
        }
    }

    /** Its facts, each with the weight of its kind; rarity is not in it yet. */
    public static Map<String, Double> describe(Title title) {
        Map<String, Double> described = new LinkedHashMap<>();
        for (Genre taste : Genre.tastesOf(title.genres())) {
            described.put(genreFact(taste), GENRE);
        }
        title.keywords().forEach(keyword -> described.put(keywordFact(keyword), KEYWORD));
        title.directors().forEach(name -> described.put("person:" + name.toLowerCase(Locale.ROOT), DIRECTOR));
        title.cast().forEach(name -> described.putIfAbsent("person:" + name.toLowerCase(Locale.ROOT), ACTOR));
        if (title.year() > 0) {
            described.put(decadeFact(title.year()), DECADE);
        }
        if (!title.originalLanguage().isEmpty()) {
            described.put(languageFact(title.originalLanguage()), LANGUAGE);
        }
        return described;
    }

    static String genreFact(Genre taste) {
        return "genre:" + taste.id();
    }

    static String keywordFact(String keyword) {
        return "keyword:" + keyword.toLowerCase(Locale.ROOT);
    }

    static String decadeFact(int year) {
        return "decade:" + year / 10;
    }

    static String languageFact(String language) {
        return "language:" + language.toLowerCase(Locale.ROOT);
    }

    private static double[] inverseDocumentFrequency(int[][] factsOf, int factCount) {
        int[] counts = new int[factCount];
        for (int[] ofTitle : factsOf) {
            for (int fact : ofTitle) {
                counts[fact]++;
            }
        }
        double[] inverse = new double[factCount];
        for (int fact = 0; fact < factCount; fact++) {
            inverse[fact] = Math.log(1 + (double) factsOf.length / counts[fact]);
        }
        return inverse;
    }

    private void fill(int titleIndex, int[] ofTitle, double[] kindWeights) {
        double squares = 0;
        for (int i = 0; i < ofTitle.length; i++) {
            kindWeights[i] *= rarity[ofTitle[i]];
            squares += kindWeights[i] * kindWeights[i];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < ofTitle.length; i++) {
            facts[offsets[titleIndex] + i] = ofTitle[i];
            weights[offsets[titleIndex] + i] = (float) (kindWeights[i] / length);
        }
    }

    /** A query with nothing in it yet. */
    public Query query() {
        return new Query();
    }

    /** How many titles there are. */
    public int size() {
        return offsets.length - 1;
    }

    /** Cosine of two titles, 0 to 1. */
    public float similarity(int titleIndex, int otherIndex) {
        return query().add(titleIndex, 1).dot(otherIndex);
    }

    /** A point in the space of facts, built from titles and single facts. Not thread-safe. */
    public final class Query {
        private final float[] dense = new float[factIndexes.size()];
        private boolean empty = true;

        /** Adds a title's vector times {@code weight}, which may be negative. */
        public Query add(int titleIndex, double weight) {
            for (int i = offsets[titleIndex]; i < offsets[titleIndex + 1]; i++) {
                dense[facts[i]] += (float) (weight * weights[i]);
            }
            empty = false;
            return this;
        }

        public Query addGenre(Genre taste, double weight) {
            return addFact(genreFact(taste), weight);
        }

        public Query addKeyword(String keyword, double weight) {
            return addFact(keywordFact(keyword), weight);
        }

        public Query addDecadeOf(int year, double weight) {
            return addFact(decadeFact(year), weight);
        }

        public Query addLanguage(String language, double weight) {
            return addFact(languageFact(language), weight);
        }

        private Query addFact(String fact, double weight) {
            Integer factIndex = factIndexes.get(fact);
            if (factIndex != null) {
                dense[factIndex] += (float) weight;
                empty = false;
            }
            return this;
        }

        /** Whether nothing known was added. */
        public boolean isEmpty() {
            return empty;
        }

        /** Inner product with a title's unit vector. */
        public float dot(int titleIndex) {
            float sum = 0;
            for (int i = offsets[titleIndex]; i < offsets[titleIndex + 1]; i++) {
                sum += dense[facts[i]] * weights[i];
            }
            return sum;
        }

        /** {@link #dot} with every title, by title index. */
        public float[] scores() {
            float[] scores = new float[offsets.length - 1];
            for (int titleIndex = 0; titleIndex < scores.length; titleIndex++) {
                scores[titleIndex] = dot(titleIndex);
            }
            return scores;
        }
    }
}

package movierec.recommend;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import movierec.model.CollaborativeModel;
import movierec.recommend.content.SymbolicVectors;
import movierec.taste.vocabulary.Term;
import movierec.taste.vocabulary.Vocabularies;
import movierec.title.Catalogue;

/**
 * Everything that does not depend on the user, fitting together: a request reads one state from its first step to its last.
 * A new catalogue or model makes a new state, published by one reference swap. Thread-safe.
 */
public final class ServingState {
    private final Catalogue catalogue;
    private final boolean bundled;
    private final SymbolicVectors content;
    private final Vocabularies vocabularies;
    private final Optional<CollaborativeModel> model;
    private final String promotedVersion;
    /** Belongs to the model: what was folded into one says nothing about another. */
    private final FoldInCache foldIns;

    private final int[] itemOfTitle;
    private final int[] titleOfItem;
    private final Map<Term, float[]> termStrengths;

    /** @param bundled whether the catalogue is the bundled one because the store has none to offer */
    public ServingState(
            Catalogue catalogue, boolean bundled, Vocabularies vocabularies, Optional<CollaborativeModel> model) {
        this(
                catalogue,
                bundled,
                new SymbolicVectors(catalogue),
                new ConcurrentHashMap<>(),
                vocabularies,
                model,
                versionOf(model),
                new FoldInCache());
    }

    private ServingState(
            Catalogue catalogue,
            boolean bundled,
            SymbolicVectors content,
            Map<Term, float[]> termStrengths,
            Vocabularies vocabularies,
            Optional<CollaborativeModel> model,
            String promotedVersion,
            FoldInCache foldIns) {
        this.foldIns = foldIns;
        this.catalogue = catalogue;
        this.bundled = bundled;
        this.content = content;
        this.termStrengths = termStrengths;
        this.vocabularies = vocabularies;
        this.model = model;
        this.promotedVersion = promotedVersion;
        this.itemOfTitle = new int[catalogue.size()];
        this.titleOfItem = new int[model.map(CollaborativeModel::itemCount).orElse(0)];
        align();
    }

    private void align() {
        Arrays.fill(itemOfTitle, -1);
        if (model.isEmpty()) {
            return;
        }
        for (int itemIndex = 0; itemIndex < titleOfItem.length; itemIndex++) {
            int titleIndex = catalogue.indexOf(model.get().titleAt(itemIndex));
            titleOfItem[itemIndex] = titleIndex;
            if (titleIndex >= 0) {
                itemOfTitle[titleIndex] = itemIndex;
            }
        }
    }

    /** Another catalogue from the store, with the same model. */
    ServingState withCatalogue(Catalogue other) {
        return ofCatalogue(other, false);
    }

    /** The bundled catalogue, with the same model. */
    ServingState withBundled(Catalogue other) {
        return ofCatalogue(other, true);
    }

    private ServingState ofCatalogue(Catalogue other, boolean isBundled) {
        return new ServingState(
                other,
                isBundled,
                new SymbolicVectors(other),
                new ConcurrentHashMap<>(),
                vocabularies,
                model,
                promotedVersion,
                foldIns);
    }

    /**
     * The same catalogue with another model; what depends on the catalogue alone is kept, so that no request pays for the
     * change.
     */
    ServingState withModel(Optional<CollaborativeModel> other, String promoted) {
        return new ServingState(
                catalogue, bundled, content, termStrengths, vocabularies, other, promoted, new FoldInCache());
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public boolean bundled() {
        return bundled;
    }

    public SymbolicVectors content() {
        return content;
    }

    public Vocabularies vocabularies() {
        return vocabularies;
    }

    public Optional<CollaborativeModel> model() {
        return model;
    }

    FoldInCache foldIns() {
        return foldIns;
    }

    /** Changes with the catalogue and with the model: part of the key of everything that is cached. */
    public String version() {
        return catalogue.version() + "/" + modelVersion() + "/" + promotedVersion;
    }

    /** The serving model's version, or {@code none}. */
    public String modelVersion() {
        return versionOf(model);
    }

    private static String versionOf(Optional<CollaborativeModel> model) {
        return model.map(serving -> serving.info().version()).orElse("none");
    }

    /** The version that should serve, whether or not it could be opened. */
    public String promotedVersion() {
        return promotedVersion;
    }

    /** The model's item for a title of the catalogue, or -1. */
    int itemOf(int titleIndex) {
        return itemOfTitle[titleIndex];
    }

    /** The catalogue's title for an item of the model, or -1. */
    int titleOf(int itemIndex) {
        return titleOfItem[itemIndex];
    }

    /** How much each title matches a vocabulary term, 0 to 1, by title index. Not to be changed. */
    float[] strengths(Term term) {
        return termStrengths.computeIfAbsent(term, wanted -> {
            float[] strengths = new float[catalogue.size()];
            for (int titleIndex = 0; titleIndex < strengths.length; titleIndex++) {
                strengths[titleIndex] = (float) wanted.matches(catalogue.title(titleIndex));
            }
            return strengths;
        });
    }
}

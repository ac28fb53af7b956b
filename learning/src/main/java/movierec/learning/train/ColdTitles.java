package movierec.learning.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import movierec.learning.FittedEnsemble;
import movierec.learning.FittedEnsemble.Member;
import movierec.learning.FittedModel;
import movierec.learning.ItemFactors;
import movierec.learning.ItemWeights;
import movierec.learning.RecentItemWeights;
import movierec.learning.bridge.ContentBridge;
import movierec.learning.matrix.SparseRows;
import movierec.learning.snapshot.SnapshotWriter;
import movierec.title.Title;
import movierec.title.TitleId;

/**
 * Completes an ensemble with the titles of the catalogue that nobody has yet, such as new ones, or shows where only movies
 * were rated (REC-8). Factors are predicted from what the titles are; item weights know nothing of them.
 *
 * @param trained titles of the trained items, by item index
 */
record ColdTitles(List<TitleId> trained, List<Title> catalogue) {
    /** Too few known titles teach nothing about unknown ones. */
    private static final int MIN_KNOWN_TITLES = 50;

    /**
     * An ensemble that knows more titles than it was trained on.
     *
     * @param titles by item index, the trained ones first
     * @param support users per item; 0 for what was predicted
     */
    record Completed(List<TitleId> titles, FittedEnsemble ensemble, int[] support) {}

    Completed complete(FittedEnsemble ensemble, int[] support) {
        Set<TitleId> known = new HashSet<>(trained);
        List<TitleId> titles = new ArrayList<>(trained);
        catalogue.stream()
                .map(Title::id)
                .filter(titleId -> !known.contains(titleId))
                .limit(SnapshotWriter.MAX_ITEMS - trained.size())
                .forEach(titles::add);
        boolean hasFactors = ensemble.members().stream().anyMatch(member -> member.model() instanceof ItemFactors);
        if (!hasFactors || titles.size() == trained.size() || knownInCatalogue(known) < MIN_KNOWN_TITLES) {
            return new Completed(trained, ensemble, support);
        }
        SparseRows content = ContentFeatures.of(titles, catalogue);
        int[] completedSupport = Arrays.copyOf(support, titles.size());
        List<Member> members = ensemble.members().stream()
                .map(member -> new Member(member.name(), completed(member.model(), support, content), member.weight()))
                .toList();
        return new Completed(titles, new FittedEnsemble(members).withSupport(completedSupport), completedSupport);
    }

    private long knownInCatalogue(Set<TitleId> known) {
        return catalogue.stream().filter(title -> known.contains(title.id())).count();
    }

    private static FittedModel completed(FittedModel model, int[] support, SparseRows content) {
        return switch (model) {
            case ItemWeights weights -> weights.withItems(content.rowCount());
            case RecentItemWeights recent ->
                new RecentItemWeights(recent.weights().withItems(content.rowCount()), recent.decay());
            case ItemFactors factors -> ContentBridge.DEFAULT.over(factors, support, content);
            default -> throw new IllegalArgumentException("A snapshot cannot hold a " + model.getClass());
        };
    }
}

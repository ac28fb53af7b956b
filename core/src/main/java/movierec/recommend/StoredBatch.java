package movierec.recommend;

import movierec.taste.BatchList;
import movierec.taste.BatchListStore;
import movierec.taste.Taste;

/**
 * The batch layer where no model is in memory: the user's list as the last training computed it. Where there is a model,
 * folding in takes about as long as reading the list, knows every title and can explain, so the list is not even read.
 *
 * @param current whether the list is what folding in would give: of the promoted model and of the present taste
 */
record StoredBatch(BatchList list, boolean current) {
    static final StoredBatch NONE = new StoredBatch(BatchList.NONE, false);

    /** The list for a question; an outdated one is better than none, one of another history than the question's is not. */
    static StoredBatch of(Ask ask, Taste taste, ServingState state, BatchListStore lists) {
        if (state.model().isPresent() || ask.whatIf().assumesAnotherHistory()) {
            return NONE;
        }
        return lists.find(ask.user())
                .map(list -> new StoredBatch(
                        list,
                        list.modelVersion().equals(state.promotedVersion()) && list.tasteVersion() == taste.version()))
                .orElse(NONE);
    }

    boolean isPresent() {
        return !list.entries().isEmpty();
    }

    /**
     * The scores by title index; empty when there is no list. What is not on the list gets 0: the model may have scored it
     * anywhere below the last entry, and such scores lie closely around 0.
     */
    float[] scores(ServingState state) {
        if (!isPresent()) {
            return new float[0];
        }
        float[] scores = new float[state.catalogue().size()];
        for (BatchList.Entry entry : list.entries()) {
            int titleIndex = state.catalogue().indexOf(entry.titleId());
            if (titleIndex >= 0) {
                scores[titleIndex] = entry.score();
            }
        }
        return scores;
    }
}

package movierec.testkit.recommend;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import movierec.model.CollaborativeModel;
import movierec.model.FoldedIn;
import movierec.model.ModelInfo;
import movierec.title.TitleId;

/** Another model that also counts how often it folds in. */
public final class CountingModel implements CollaborativeModel {
    private final CollaborativeModel counted;
    private final AtomicInteger foldIns = new AtomicInteger();

    public CountingModel(CollaborativeModel counted) {
        this.counted = counted;
    }

    /** How many histories were folded in until now. */
    public int foldIns() {
        return foldIns.get();
    }

    @Override
    public ModelInfo info() {
        return counted.info();
    }

    @Override
    public int itemCount() {
        return counted.itemCount();
    }

    @Override
    public TitleId titleAt(int itemIndex) {
        return counted.titleAt(itemIndex);
    }

    @Override
    public int indexOf(TitleId titleId) {
        return counted.indexOf(titleId);
    }

    @Override
    public FoldedIn foldIn(int[] historyIndexes, float[] weights) {
        foldIns.incrementAndGet();
        return counted.foldIn(historyIndexes, weights);
    }

    @Override
    public List<Neighbour> similar(int itemIndex, int limit) {
        return counted.similar(itemIndex, limit);
    }
}

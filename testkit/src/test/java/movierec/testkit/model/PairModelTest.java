package movierec.testkit.model;

import java.util.stream.IntStream;
import movierec.model.CollaborativeModel;
import movierec.testkit.recommend.PairModel;

class PairModelTest extends CollaborativeModelContract {
    @Override
    protected CollaborativeModel trained() {
        PairModel model = new PairModel(
                IntStream.range(0, BOARD.size()).mapToObj(BOARD::titleId).toList());
        for (int u = 0; u < BOARD.size(); u++) {
            for (int itemIndex : BOARD.itemIndexes(u)) {
                model.pair(BOARD.titleId(u), BOARD.titleId(itemIndex), 0.5);
            }
        }
        return model;
    }
}

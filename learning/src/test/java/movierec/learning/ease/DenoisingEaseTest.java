package movierec.learning.ease;

import movierec.learning.Model;
import movierec.learning.ModelContract;

class DenoisingEaseTest extends ModelContract {
    @Override
    protected Model model() {
        return Ease.zeroDiagonal(50, 0.7, 1_000);
    }
}

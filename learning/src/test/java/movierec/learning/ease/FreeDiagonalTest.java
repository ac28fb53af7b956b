package movierec.learning.ease;

import movierec.learning.Model;
import movierec.learning.ModelContract;

class FreeDiagonalTest extends ModelContract {
    @Override
    protected Model model() {
        return Ease.freeDiagonal(50, 0.5, 0.3, 1_000);
    }
}

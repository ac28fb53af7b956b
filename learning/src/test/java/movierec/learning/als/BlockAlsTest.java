package movierec.learning.als;

import movierec.learning.Model;
import movierec.learning.ModelContract;

class BlockAlsTest extends ModelContract {
    @Override
    protected Model model() {
        return new ImplicitAls(64, 0.1, 0.01, 1, 16, 32, 1);
    }
}

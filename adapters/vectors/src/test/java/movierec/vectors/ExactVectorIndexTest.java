package movierec.vectors;

import movierec.testkit.vector.VectorIndexContract;
import movierec.vector.VectorIndex;

final class ExactVectorIndexTest extends VectorIndexContract {
    @Override
    protected VectorIndex open(int dimensions) {
        return new ExactVectorIndex(dimensions, Products.fastest());
    }
}

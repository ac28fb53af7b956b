package movierec.testkit.vector;

import movierec.vector.VectorIndex;

final class PlainVectorIndexTest extends VectorIndexContract {
    @Override
    protected VectorIndex open(int dimensions) {
        return new PlainVectorIndex(dimensions);
    }
}

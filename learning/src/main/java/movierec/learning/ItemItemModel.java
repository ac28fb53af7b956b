package movierec.learning;

import movierec.learning.matrix.Interactions;

/** A model whose result is a weight per pair of items, which is what a snapshot can hold. */
public interface ItemItemModel extends Model {
    @Override
    ItemWeights fit(Interactions training);
}

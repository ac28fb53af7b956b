package movierec.learning.bridge;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import movierec.learning.ItemFactors;
import movierec.learning.Model;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.SparseRows;

/**
 * A factorisation that also knows titles without users, by {@link ContentBridge}.
 *
 * @param factorization such as the fit of a model
 * @param content items x facts
 */
public record BridgedFactors(
        Function<Interactions, ItemFactors> factorization,
        Map<String, Double> factorizationParameters,
        ContentBridge bridge,
        SparseRows content)
        implements Model {
    @Override
    public String name() {
        return "bridge";
    }

    @Override
    public Map<String, Double> hyperparameters() {
        Map<String, Double> all = new HashMap<>(factorizationParameters);
        all.put("minUsers", (double) bridge.minUsers());
        return all;
    }

    @Override
    public ItemFactors fit(Interactions training) {
        return bridge.over(factorization.apply(training), training.support(), content);
    }
}

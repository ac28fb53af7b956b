package movierec.learning.bridge;

import java.util.Map;
import java.util.SplittableRandom;
import movierec.learning.FittedModel;
import movierec.learning.Model;
import movierec.learning.matrix.Interactions;

/** The floor that knows nothing: one random order of the items for everybody. */
public record RandomScores(long seed) implements Model {
    @Override
    public String name() {
        return "random";
    }

    @Override
    public Map<String, Double> hyperparameters() {
        return Map.of();
    }

    @Override
    public FittedModel fit(Interactions training) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] scores = new float[training.itemCount()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextFloat();
        }
        return new FixedScores(scores);
    }
}

package movierec.learning.evaluate;

import java.util.List;
import movierec.learning.Model;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.split.Protocol;
import movierec.learning.split.Split;

/**
 * What is to be measured, and how.
 *
 * @param dataset in words for the report
 * @param skipped models that were asked for and cannot take part
 * @param seed of the first split; each further one has the next number
 * @param splits how many times the data are split anew, at least 1; more than 1 for random protocols only
 * @param baseline the model that all others are compared with, by name; if it does not take part, the best other one
 */
public record Plan(
        String dataset,
        Protocol protocol,
        List<Contestant> contestants,
        List<Skipped> skipped,
        long seed,
        int splits,
        String baseline) {
    public Plan {
        contestants = List.copyOf(contestants);
        skipped = List.copyOf(skipped);
        if (splits < 1 || (splits > 1 && !protocol.isRandom())) {
            throw new IllegalArgumentException(splits + " splits by the protocol " + protocol.word());
        }
    }

    /** A model that takes part. */
    public record Contestant(String name, Setup setup) {
        /** One of the models known by name, set up by a profile where it is one of the product's. */
        public static Contestant of(ModelChoice choice, TrainingProfile profile) {
            return new Contestant(choice.word(), split -> choice.modelFor(split, profile));
        }
    }

    /** Sets a model up for the training part of a split; validation users may help to choose. */
    @FunctionalInterface
    public interface Setup {
        Model modelFor(Split split);
    }

    /** A model that takes no part, and why, in words for the report. */
    public record Skipped(String name, String reason) {}
}

package movierec.learning.ensemble;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import movierec.learning.FittedEnsemble;
import movierec.learning.Model;
import movierec.learning.matrix.Interactions;

/**
 * Models that are fitted to the same data and vote with their z-scores.
 *
 * @param voices at least one
 * @param weighing what decides, once all are fitted, how much each voice counts
 */
public record Ensemble(List<Voice> voices, Weighing weighing) implements Model {
    public Ensemble {
        voices = List.copyOf(voices);
        if (voices.isEmpty()) {
            throw new IllegalArgumentException("An ensemble has at least one voice");
        }
    }

    /**
     * A model and how much it counts.
     *
     * @param weight what it counts unless something better is learned; 0 or more
     */
    public record Voice(Model model, double weight) {}

    /** Decides what the fitted members of an ensemble count. */
    @FunctionalInterface
    public interface Weighing {
        /** Leaves the weights as they were given. */
        Weighing AS_GIVEN = fitted -> fitted;

        /** The same members, in the same order, with weights of its own. */
        FittedEnsemble weigh(FittedEnsemble fitted);
    }

    @Override
    public String name() {
        return "ensemble";
    }

    /** Those of all members, each behind the member's name; and the weights as given. */
    @Override
    public Map<String, Double> hyperparameters() {
        Map<String, Double> all = new HashMap<>();
        for (Voice voice : voices) {
            String name = voice.model().name();
            all.put(name + ".weight", voice.weight());
            voice.model().hyperparameters().forEach((key, value) -> all.put(name + "." + key, value));
        }
        return all;
    }

    /** Without the voices that count nothing, which need not be fitted at all. */
    public Ensemble audible() {
        return new Ensemble(voices.stream().filter(voice -> voice.weight() > 0).toList(), weighing);
    }

    @Override
    public FittedEnsemble fit(Interactions training) {
        List<FittedEnsemble.Member> members = new ArrayList<>();
        for (Voice voice : voices) {
            Model model = voice.model();
            members.add(new FittedEnsemble.Member(model.name(), model.fit(training), voice.weight()));
        }
        return weighing.weigh(new FittedEnsemble(members));
    }
}

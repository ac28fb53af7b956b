package movierec.learning.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import movierec.learning.FittedEnsemble;
import movierec.learning.FittedModel;
import movierec.learning.Model;
import movierec.learning.Progress;
import movierec.learning.UnusableData;
import movierec.learning.ensemble.Ensemble;
import movierec.learning.evaluate.EvaluationResult.Comparison;
import movierec.learning.evaluate.Plan.Contestant;
import movierec.learning.split.HeldOutUser;
import movierec.learning.split.InteractionLog;
import movierec.learning.split.Protocol;
import movierec.learning.split.Split;

/** Fits models on one or several splits and reports what the test users say of each. */
public final class Evaluation {
    /** Models are compared by it. */
    public static final String COMPARED_METRIC = "ndcg@100";

    private final InstantSource clock;

    public Evaluation(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * For each split in turn, fits and judges each model in turn: each of them takes all processors.
     *
     * @throws UnusableData when the data do not allow the protocol
     */
    public EvaluationResult run(Plan plan, InteractionLog log, Progress progress) {
        List<Tally> tallies = plan.contestants().stream()
                .map(contestant -> new Tally(contestant.name()))
                .toList();
        Set<Integer> testUsers = new HashSet<>();
        double historyPopularity = 0;
        for (int s = 0; s < plan.splits(); s++) {
            Split split = plan.protocol().split(log, plan.seed() + s);
            if (split.test().isEmpty()) {
                throw new UnusableData("No user is left to test with: there are too few interactions");
            }
            split.test().forEach(user -> testUsers.add(user.userIndex()));
            Judge judge = new Judge(split, split.test());
            historyPopularity += judge.historyPopularity() / plan.splits();
            String prefix = plan.splits() == 1 ? "" : "split " + (s + 1) + " of " + plan.splits() + ": ";
            Progress ofSplit = (task, done, total) -> progress.step(prefix + task, done, total);
            for (int c = 0; c < tallies.size(); c++) {
                judge(plan.contestants().get(c), split, judge, tallies.get(c), ofSplit);
            }
        }
        InteractionLog used = log.usersWithAtLeast(Protocol.MIN_ITEMS_PER_USER);
        int items = 0;
        for (int support : used.interactions().support()) {
            items += support > 0 ? 1 : 0;
        }
        return new EvaluationResult(
                plan,
                used.userCount(),
                items,
                used.size(),
                testUsers.size(),
                historyPopularity,
                tallies.stream().map(Tally::result).toList(),
                comparisons(tallies, plan.baseline()));
    }

    private void judge(Contestant contestant, Split split, Judge judge, Tally tally, Progress progress) {
        Model model = contestant.setup().modelFor(split);
        progress.step("fit " + contestant.name(), 0, 1);
        Instant start = clock.instant();
        FittedModel fitted = model.fit(split.training());
        double trainSeconds = Duration.between(start, clock.instant()).toNanos() / 1e9;
        progress.step("fit " + contestant.name(), 1, 1);
        int[] userIndexes =
                split.test().stream().mapToInt(HeldOutUser::userIndex).toArray();
        tally.add(
                userIndexes,
                judge.judge(contestant.name(), fitted, progress),
                trainSeconds,
                hyperparameters(model, fitted));
    }

    /** Of an ensemble with the weights it learned; members that were left out weigh nothing. */
    private static Map<String, Double> hyperparameters(Model model, FittedModel fitted) {
        Map<String, Double> values = new HashMap<>(model.hyperparameters());
        if (model instanceof Ensemble ensemble && fitted instanceof FittedEnsemble learned) {
            ensemble.voices().forEach(voice -> values.put(voice.model().name() + ".weight", 0.0));
            learned.members().forEach(member -> values.put(member.name() + ".weight", member.weight()));
        }
        return values;
    }

    private static List<Comparison> comparisons(List<Tally> tallies, String baseline) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Tally tally : tallies) {
            opponentOf(tally, tallies, baseline)
                    .ifPresent(other -> comparisons.add(new Comparison(
                            tally.name(),
                            other.name(),
                            COMPARED_METRIC,
                            tally.sample(COMPARED_METRIC)
                                    .minus(other.sample(COMPARED_METRIC))
                                    .estimate())));
        }
        return comparisons;
    }

    private static Optional<Tally> opponentOf(Tally tally, List<Tally> tallies, String baseline) {
        List<Tally> others =
                tallies.stream().filter(other -> !other.equals(tally)).toList();
        return others.stream()
                .filter(other -> other.name().equals(baseline))
                .findFirst()
                .or(() -> others.stream()
                        .max(Comparator.comparingDouble(other ->
                                other.sample(COMPARED_METRIC).estimate().mean())));
    }
}

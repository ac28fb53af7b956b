package movierec.learning.tune;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import movierec.learning.FittedModel;
import movierec.learning.Progress;
import movierec.learning.als.ImplicitAls;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.evaluate.Judge;
import movierec.learning.matrix.Interactions;
import movierec.learning.tune.Search.Deadline;

/**
 * Looks for the hyper-parameters of one member: first what it begins with, then random points in turn with steps around the
 * best one (J. Bergstra and Y. Bengio, "Random search for hyper-parameter optimization", JMLR 2012, for the former). What is
 * tried next depends on the seed and the scores before it alone, so a search goes on where it was interrupted.
 */
final class MemberSearch {
    /** So many trials in a row that bring nothing end the search. */
    static final int PATIENCE = 8;

    private static final int RANDOM_TRIALS_FIRST = 2;

    private final TunedMember member;
    private final Interactions training;
    private final Judge judge;
    private final Search search;
    private final TrialJournal journal;

    MemberSearch(TunedMember member, Interactions training, Judge judge, Search search, TrialJournal journal) {
        this.member = member;
        this.training = training;
        this.judge = judge;
        this.search = search;
        this.journal = journal;
    }

    /**
     * What was found.
     *
     * @param best its number is 0 when nothing was better than what the search began with
     * @param trials how many there were
     */
    record Found(Trial best, int trials) {}

    Found run(Deadline deadline, Progress progress) {
        List<Trial> finished = journal.finished();
        Trial best = trial(0, member.values(search.start(), training), finished);
        int number = 1;
        while (number < search.trials() && number - best.number() <= PATIENCE && !deadline.isOver()) {
            progress.step("tune " + member.word(), number, search.trials());
            Trial trial = trial(number, proposal(number, best), finished);
            best = trial.score() > best.score() ? trial : best;
            number++;
        }
        progress.step("tune " + member.word(), search.trials(), search.trials());
        return new Found(best, number);
    }

    /** Values of the ranges only. */
    private Map<String, Double> proposal(int number, Trial best) {
        RandomGenerator random = new SplittableRandom(search.seed() * 1_000_003 + member.ordinal() * 10_007L + number);
        boolean isStep = number > RANDOM_TRIALS_FIRST && number % 2 == 0;
        Map<String, Double> values = new HashMap<>();
        for (Range range : member.ranges()) {
            values.put(
                    range.name(),
                    isStep
                            ? range.near(best.values().getOrDefault(range.name(), range.low()), random)
                            : range.random(random));
        }
        return values;
    }

    private Trial trial(int number, Map<String, Double> values, List<Trial> finished) {
        for (Trial known : finished) {
            if (known.answers(member, number, values)) {
                return known;
            }
        }
        Trial trial = tried(number, values);
        journal.add(trial);
        return trial;
    }

    private Trial tried(int number, Map<String, Double> values) {
        if (member == TunedMember.ALS && !values.containsKey(TunedMember.ALS_ITERATIONS)) {
            return watched(number, values);
        }
        FittedModel fitted = member.model(search.start().with(values), training).fit(training);
        return new Trial(member.word(), number, values, score(fitted));
    }

    private Trial watched(int number, Map<String, Double> values) {
        Map<String, Double> limit = Map.of(TunedMember.ALS_ITERATIONS, (double) EarlyStop.MAX_ITERATIONS);
        TrainingProfile profile = search.start().with(values).with(limit);
        ImplicitAls als = profile.als(training);
        EarlyStop watch = new EarlyStop(this::score);
        als.fit(training, watch);
        Map<String, Double> found = new HashMap<>(values);
        found.put(TunedMember.ALS_ITERATIONS, (double) watch.bestIteration());
        return new Trial(member.word(), number, found, watch.bestScore());
    }

    private double score(FittedModel fitted) {
        return judge.judge(member.word(), fitted, Progress.NONE)
                .mean(search.metric().name());
    }
}

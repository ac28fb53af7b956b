package movierec.learning.tune;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import movierec.learning.FittedEnsemble;
import movierec.learning.FittedEnsemble.Member;
import movierec.learning.FittedModel;
import movierec.learning.Progress;
import movierec.learning.UnusableData;
import movierec.learning.ensemble.LearnedWeights;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.evaluate.Judge;
import movierec.learning.matrix.Interactions;
import movierec.learning.split.HeldOutUser;
import movierec.learning.split.Split;
import movierec.learning.tune.MemberSearch.Found;
import movierec.learning.tune.Search.Deadline;
import movierec.learning.tune.Tuning.Comparison;
import movierec.learning.tune.Tuning.MemberResult;

/**
 * Tunes the product's ensemble: one member after the other, then what each of them weighs, all on validation users. The best
 * of many trials is partly the luckiest, so a member keeps what it began with unless the gain, user by user, exceeds its
 * standard error. Test users are asked once, when all is decided.
 */
public final class TuneProfile {
    /** Enough to tell differences of some thousandths apart; more cost time in every trial. */
    static final int MAX_VALIDATION_USERS = 1_000;

    private final InstantSource clock;

    public TuneProfile(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws UnusableData when nobody is left to validate or to test */
    public Tuning run(Split split, Search search, TrialJournal journal, Progress progress) {
        if (split.validation().isEmpty() || split.test().isEmpty()) {
            throw new UnusableData("Tuning needs users to validate and others to test: there are too few interactions");
        }
        List<HeldOutUser> users = some(split.validation());
        Judge judge = new Judge(split.candidates(), users);
        List<TunedMember> members = TunedMember.of(split.training());
        Instant end = clock.instant().plus(search.time());
        Map<TunedMember, Found> found = new EnumMap<>(TunedMember.class);
        for (TunedMember member : members) {
            Deadline deadline = Deadline.share(clock, end, members.size() - found.size());
            found.put(
                    member, new MemberSearch(member, split.training(), judge, search, journal).run(deadline, progress));
        }
        return decide(split, search, found, judge, progress);
    }

    /** Spread evenly, since some protocols keep users in an order. */
    private static List<HeldOutUser> some(List<HeldOutUser> users) {
        int count = Math.min(users.size(), MAX_VALIDATION_USERS);
        return IntStream.range(0, count)
                .mapToObj(n -> users.get((int) ((long) n * users.size() / count)))
                .toList();
    }

    private static Tuning decide(
            Split split, Search search, Map<TunedMember, Found> found, Judge judge, Progress progress) {
        Interactions training = split.training();
        String metric = search.metric().name();
        TrainingProfile profile = search.start();
        List<Member> before = new ArrayList<>();
        List<Member> after = new ArrayList<>();
        List<MemberResult> results = new ArrayList<>();
        for (Map.Entry<TunedMember, Found> one : found.entrySet()) {
            TunedMember member = one.getKey();
            Trial best = one.getValue().best();
            progress.step("compare", results.size(), found.size());
            double weight = profile.value(member.word() + ".weight", training);
            FittedModel first = member.model(search.start(), training).fit(training);
            FittedModel other = best.number() == 0
                    ? first
                    : member.model(search.start().with(best.values()), training).fit(training);
            Comparison comparison = compare(judge, first, other, metric);
            profile = comparison.isBetter() ? profile.with(best.values()) : profile;
            before.add(new Member(member.word(), first, weight));
            after.add(new Member(member.word(), comparison.isBetter() ? other : first, weight));
            results.add(new MemberResult(
                    member.word(), one.getValue().trials(), comparison.isBetter(), comparison, best.values()));
        }
        LearnedWeights weights = new LearnedWeights(split.candidates(), split.validation());
        FittedEnsemble untuned = weights.weigh(new FittedEnsemble(before));
        FittedEnsemble tuned = weights.weigh(new FittedEnsemble(after));
        progress.step("compare", found.size(), found.size());
        return new Tuning(
                profile.withWeightsOf(tuned),
                metric,
                results,
                compare(judge, untuned, tuned, metric),
                compare(new Judge(split.candidates(), split.test()), untuned, tuned, metric));
    }

    private static Comparison compare(Judge judge, FittedModel before, FittedModel after, String metric) {
        double[] valuesBefore =
                judge.judge("the default", before, Progress.NONE).values(metric);
        return before == after
                ? Comparison.of(valuesBefore, valuesBefore)
                : Comparison.of(
                        valuesBefore,
                        judge.judge("the best", after, Progress.NONE).values(metric));
    }
}

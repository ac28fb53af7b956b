package movierec.learning.train;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import movierec.learning.FittedEnsemble;
import movierec.learning.Progress;
import movierec.learning.UnusableData;
import movierec.learning.ensemble.LearnedWeights;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.matrix.TopK;
import movierec.learning.metric.JudgedList;
import movierec.learning.metric.RankingMetric;
import movierec.learning.split.HeldOutUser;
import movierec.learning.split.InteractionLog;
import movierec.learning.split.Protocol;
import movierec.learning.split.Split;
import movierec.learning.tune.Tuning.Comparison;
import movierec.model.ModelInfo;
import movierec.recommend.LayerBlend;
import movierec.recommend.Profile;
import movierec.recommend.ServingState;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.vocabulary.Vocabularies;
import movierec.title.Catalogue;
import movierec.title.Title;

/**
 * Finds how much the model's opinion should count beside what the user did last (REC-5): on a temporal split, by what the
 * pipeline's own layers say of every title of the catalogue. The model is trained on what lies before the first cut; a user's
 * history up to a cut is folded in, and what comes after it should rank high. Another share than the pipeline's own is adopted
 * where it is better on validation users by more than the standard error of the differences; test users are asked once.
 */
public final class TuneBlend {
    /** The pipeline's own. */
    public static final double DEFAULT_SHARE = Profile.BLEND.batchPoints() / 100;

    /** Fewer cannot tell shares apart. */
    static final int MIN_USERS = 20;

    private static final int MAX_USERS = 500;
    private static final int STEPS = 10;
    private static final RankingMetric.Ndcg METRIC = new RankingMetric.Ndcg(100);

    private final TrainingSet data;
    private final InteractionLog log;
    private final ServingState state;
    private final Split split;

    private TuneBlend(TrainingSet data, InteractionLog log, ServingState state, Split split) {
        this.data = data;
        this.log = log;
        this.state = state;
        this.split = split;
    }

    /**
     * What was found.
     *
     * @param share the best one, 0 to 1; adopted where {@code validation} is better
     * @param validation the best share against the pipeline's own, on the users that chose
     * @param test the same on users that chose nothing
     */
    public record TunedBlend(double share, Comparison validation, Comparison test) {
        public boolean isAdopted() {
            return validation.isBetter();
        }
    }

    /**
     * Fits a model and asks.
     *
     * @param catalogue titles that may be recommended
     * @throws UnusableData when times are not known, or too few users came back to titles of the catalogue
     */
    public static TunedBlend run(TrainingSet data, List<Title> catalogue, TrainingProfile profile, Progress progress) {
        Split split = Protocol.TEMPORAL.split(data.log(), 0);
        progress.step("fit for the blend", 0, 1);
        LearnedWeights weights = new LearnedWeights(split.candidates(), split.validation());
        FittedEnsemble fitted = profile.ensemble(split.training(), weights).fit(split.training());
        progress.step("fit for the blend", 1, 1);
        ModelInfo info = new ModelInfo(
                "tuning", "ensemble", Instant.EPOCH, data.trainedOn(), data.simulated(), 0, 0, 0, Map.of(), Map.of());
        ServingState state = new ServingState(
                new Catalogue(catalogue, 0),
                false,
                Vocabularies.load(),
                Optional.of(new SnapshotModel(fitted, data.titles(), info)));
        InteractionLog log = data.log().usersWithAtLeast(Protocol.MIN_ITEMS_PER_USER);
        return new TuneBlend(data, log, state, split).search(progress);
    }

    private TunedBlend search(Progress progress) {
        double[][] validation = ndcg(split.validation(), progress);
        double[][] test = ndcg(split.test(), progress);
        int usual = (int) Math.round(DEFAULT_SHARE * STEPS);
        int best = usual;
        for (int step = 0; step <= STEPS; step++) {
            best = mean(validation[step]) > mean(validation[best]) ? step : best;
        }
        return new TunedBlend(
                (double) best / STEPS,
                Comparison.of(validation[usual], validation[best]),
                Comparison.of(test[usual], test[best]));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** Per step of the share, what every user says who came back to titles of the catalogue. */
    private double[][] ndcg(List<HeldOutUser> heldOut, Progress progress) {
        List<HeldOutUser> users =
                heldOut.stream().filter(user -> targets(user).length > 0).toList();
        if (users.size() < MIN_USERS) {
            throw new UnusableData("the blend needs " + MIN_USERS
                    + " users who came back later to titles of the catalogue, there are " + users.size());
        }
        int count = Math.min(users.size(), MAX_USERS);
        double[][] values = new double[STEPS + 1][count];
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, count).parallel().forEach(n -> {
            HeldOutUser user = users.get((int) ((long) n * users.size() / count));
            int[] targets = targets(user);
            List<Event> history = history(user);
            LayerBlend layers = LayerBlend.of(history, state, history.getLast().at());
            for (int step = 0; step <= STEPS; step++) {
                int[] ranked = TopK.indexes(layers.scores((double) step / STEPS), METRIC.k());
                values[step][n] = METRIC.value(JudgedList.of(ranked, targets));
            }
            progress.step("tune the blend", done.incrementAndGet(), count);
        });
        return values;
    }

    /** Title indexes of the catalogue. */
    private int[] targets(HeldOutUser user) {
        return Arrays.stream(user.targetIndexes())
                .map(itemIndex -> state.catalogue().indexOf(data.titles().get(itemIndex)))
                .filter(titleIndex -> titleIndex >= 0)
                .toArray();
    }

    /** What the user liked up to the cut, when they did; the log knows no more of it. */
    private List<Event> history(HeldOutUser user) {
        Map<Integer, Instant> moments = new HashMap<>();
        for (int p = log.start(user.userIndex()); p < log.end(user.userIndex()); p++) {
            moments.put(log.itemIndexAt(p), Instant.ofEpochSecond(log.epochSecondAt(p)));
        }
        List<Event> events = new ArrayList<>();
        for (int itemIndex : user.historyIndexes()) {
            Instant at = moments.getOrDefault(itemIndex, Instant.EPOCH);
            events.add(Event.of(data.titles().get(itemIndex), EventKind.FAVOURITE, at));
        }
        return events;
    }
}

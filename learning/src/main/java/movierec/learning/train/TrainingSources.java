package movierec.learning.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import movierec.model.CorpusStore;
import movierec.model.RatingCorpus;
import movierec.taste.EventLog;

/**
 * Where training data come from. The rule:
 *
 * <ol>
 *   <li>Imported corpora train together with all own events.
 *   <li>Without a corpus, own events train alone once they suffice: {@link #SUFFICIENT_USERS} users with at least {@link
 *       #SUFFICIENT_POSITIVES} positives each.
 *   <li>Otherwise the simulated audience trains alone; the few own users are served by fold-in all the same.
 * </ol>
 *
 * @param simulated used by the third rule only
 * @param halfLife an own event so much older than the newest one counts half; zero = age does not matter
 */
public record TrainingSources(CorpusStore corpora, EventLog events, RatingCorpus simulated, Duration halfLife) {
    public static final int SUFFICIENT_USERS = 50;
    public static final int SUFFICIENT_POSITIVES = 5;
    /** What own events are called in {@link TrainingSet#trainedOn()}. */
    public static final String OWN_EVENTS = "own events";

    /** Reads everything once. */
    public TrainingSet gather() {
        List<RatingCorpus> imported = corpora.all();
        PositiveCollector positives = new PositiveCollector();
        List<String> trainedOn = new ArrayList<>();
        for (RatingCorpus corpus : imported) {
            positives.add(corpus);
            trainedOn.add(corpus.name());
        }
        OwnPositives own = OwnPositives.of(events);
        boolean suffices = own.usersWithAtLeast(SUFFICIENT_POSITIVES) >= SUFFICIENT_USERS;
        if (imported.isEmpty() && !suffices) {
            PositiveCollector audience = new PositiveCollector();
            audience.add(simulated);
            return audience.collected(List.of(simulated.name()), true);
        }
        if (own.usersWithAtLeast(1) > 0) {
            own.addTo(positives, halfLife);
            trainedOn.add(OWN_EVENTS);
        }
        return positives.collected(trainedOn, false);
    }
}

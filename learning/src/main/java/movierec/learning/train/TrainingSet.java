package movierec.learning.train;

import java.util.List;
import movierec.learning.split.InteractionLog;
import movierec.model.RatingCorpus;
import movierec.title.TitleId;

/**
 * What a model can be trained on and judged by.
 *
 * @param log positives; its item indexes are places in {@code titles}
 * @param titles by item index, in the order of ids
 * @param trainedOn the data in words people understand
 * @param simulated whether nothing but the simulated audience is in it
 */
public record TrainingSet(InteractionLog log, List<TitleId> titles, List<String> trainedOn, boolean simulated) {
    public TrainingSet {
        titles = List.copyOf(titles);
        trainedOn = List.copyOf(trainedOn);
    }

    /** Rating corpora and nothing else, such as the one a command line names. */
    public static TrainingSet of(List<RatingCorpus> corpora) {
        PositiveCollector positives = new PositiveCollector();
        corpora.forEach(positives::add);
        return positives.collected(corpora.stream().map(RatingCorpus::name).toList(), false);
    }
}

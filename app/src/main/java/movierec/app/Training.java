package movierec.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import movierec.learning.Progress;
import movierec.learning.train.TrainModel;
import movierec.learning.train.TrainingOutcome;
import movierec.learning.train.TrainingOutcome.Promoted;
import movierec.learning.train.TrainingSet;
import movierec.learning.train.TrainingSources;
import movierec.model.ModelInfo;
import movierec.recommend.LiveServingState;
import movierec.recommend.PrecomputeBatch;

/** A whole training in the embedded mode: one at a time, the model first, then the lists of active users with it. */
final class Training {
    /** Who did nothing for so long gets no list: it is folded in when they come back. */
    private static final Duration ACTIVE = Duration.ofDays(90);

    private final Path folder;
    private final TrainModel trainModel;
    private final TrainingSources sources;
    private final Stores stores;
    private final LiveServingState state;
    private final InstantSource clock;

    /** @param folder where the models are, which the lock is for */
    Training(
            Path folder,
            TrainModel trainModel,
            TrainingSources sources,
            Stores stores,
            LiveServingState state,
            InstantSource clock) {
        this.folder = folder;
        this.trainModel = trainModel;
        this.sources = sources;
        this.stores = stores;
        this.state = state;
        this.clock = clock;
    }

    /** What the data folder holds to be trained on. */
    TrainingSet data() {
        return sources.gather();
    }

    TrainingOutcome run(Progress progress) {
        return run(this::data, progress);
    }

    /** @throws movierec.failure.Refusal.Conflict when a training is running */
    TrainingOutcome run(Supplier<TrainingSet> data, Progress progress) {
        try (TrainingLock held = TrainingLock.take(folder)) {
            TrainingOutcome outcome =
                    trainModel.run(data.get(), stores.titles().all(), TrainModel.Settings.DEFAULT, progress);
            if (outcome instanceof Promoted) {
                state.refresh();
                new PrecomputeBatch(stores.events(), stores.tastes(), stores.batchLists())
                        .run(
                                state.get(),
                                clock.instant().minus(ACTIVE),
                                (done, total) -> progress.step("compute lists", done, total));
            }
            stores.batchLists().keepOnly(keptModels());
            return outcome;
        }
    }

    private Set<String> keptModels() {
        Set<String> kept = new HashSet<>();
        for (ModelInfo model : stores.models().list()) {
            kept.add(model.version());
        }
        stores.models().servingVersion().ifPresent(kept::add);
        return kept;
    }
}

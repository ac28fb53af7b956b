package movierec.app;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import movierec.job.HeldLease;
import movierec.learning.Progress;
import movierec.learning.UnusableData;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.train.TrainModel;
import movierec.learning.train.TrainingOutcome;
import movierec.learning.train.TrainingOutcome.Promoted;
import movierec.learning.train.TrainingSet;
import movierec.learning.train.TrainingSources;
import movierec.model.ModelInfo;
import movierec.recommend.LiveServingState;
import movierec.recommend.PrecomputeBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole training in the embedded mode: one at a time, the model first, then the lists of active users with it. */
final class Training {
    /** Who did nothing for so long gets no list: it is folded in when they come back. */
    private static final Duration ACTIVE = Duration.ofDays(90);

    private static final String LEASE = "training";
    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    private final DataFolder folder;
    private final TrainModel trainModel;
    private final TrainingSources sources;
    private final Stores stores;
    private final LiveServingState state;
    private final InstantSource clock;

    Training(
            DataFolder folder,
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

    /** Trains on {@link #data()} with the profile that tuning found, if any. */
    TrainingOutcome run(Progress progress) {
        return run(this::data, tunedProfile(), progress);
    }

    /** A profile that cannot be used is no reason to go without a new model. */
    private TrainingProfile tunedProfile() {
        try {
            return folder.tuning().profile().orElse(TrainingProfile.DEFAULT);
        } catch (UnusableData | OutsideFailure unusable) {
            LOG.warn("{}; this training uses the defaults. Tune again, or remove the file", unusable.getMessage());
            return TrainingProfile.DEFAULT;
        }
    }

    /** Trains on other data, which the profile was not made for. */
    TrainingOutcome run(Supplier<TrainingSet> data, Progress progress) {
        return run(data, TrainingProfile.DEFAULT, progress);
    }

    /** @throws movierec.failure.Refusal.Conflict when a training is running */
    private TrainingOutcome run(Supplier<TrainingSet> data, TrainingProfile profile, Progress progress) {
        try (TrainingLock here = TrainingLock.take(folder.path().resolve("models"));
                HeldLease everywhere = takeLease()) {
            TrainingOutcome outcome =
                    trainModel.run(data.get(), stores.titles().all(), TrainModel.Settings.with(profile), progress);
            if (outcome instanceof Promoted) {
                state.refreshNow();
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

    private HeldLease takeLease() {
        return SharedLease.take(stores.leases(), LEASE, clock, new SecureRandom())
                .orElseThrow(() -> new Refusal.Conflict(
                        "training-is-running",
                        "A training is running already ("
                                + stores.leases().holder(LEASE, clock.instant()).orElse("just ending")
                                + "); this one was not started"));
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

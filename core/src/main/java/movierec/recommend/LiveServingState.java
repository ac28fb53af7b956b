package movierec.recommend;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import movierec.failure.OutsideFailure;
import movierec.model.CollaborativeModel;
import movierec.model.ModelInfo;
import movierec.model.ModelRepository;
import movierec.model.UnusableSnapshot;
import movierec.taste.vocabulary.Vocabularies;
import movierec.title.Catalogue;
import movierec.title.StoredCatalogue;
import movierec.title.Title;

/**
 * Keeps the serving state in step with the store and the models, whatever process changes them: {@link #refresh} is called
 * every second or so and is cheap when nothing changed. What cannot be loaded is reported once, and what served last serves
 * on. Thread-safe.
 */
public final class LiveServingState implements Supplier<ServingState> {
    private final StoredCatalogue stored;
    private final ModelRepository models;
    private final Supplier<List<Title>> bundled;
    private final Consumer<String> warnings;
    private final InstantSource clock;
    private final ReloadThrottle throttle;
    private final AtomicReference<Loaded> loaded;
    private Consumer<Catalogue> listener = catalogue -> {};
    private boolean isTold;
    private String lastWarning = "";

    /** A state and what it was loaded from; a model version that could not be opened counts as seen. */
    private record Loaded(ServingState state, long storeVersion, String modelVersion) {}

    /**
     * @param bundled titles to serve while the store has none to offer
     * @param clock tells how long loading takes, and when facts have reached their legal age
     */
    public LiveServingState(
            StoredCatalogue stored,
            ModelRepository models,
            Vocabularies vocabularies,
            Supplier<List<Title>> bundled,
            Consumer<String> warnings,
            InstantSource clock) {
        this.stored = stored;
        this.models = models;
        this.bundled = bundled;
        this.warnings = warnings;
        this.clock = clock;
        Catalogue nothing = new Catalogue(List.of(), -1);
        this.loaded = new AtomicReference<>(
                new Loaded(new ServingState(nothing, true, vocabularies, Optional.empty()), -1, ""));
        this.throttle = new ReloadThrottle(clock);
        refresh();
        // The first load has nobody to wait for it, and is slower than any other.
        throttle.forget();
    }

    @Override
    public ServingState get() {
        return loaded.get().state();
    }

    /**
     * Tells the listener the present catalogue, and each new one as soon as it serves. There is one listener; while it fails it
     * is told again at each refresh.
     */
    public synchronized void onCatalogue(Consumer<Catalogue> newListener) {
        listener = newListener;
        isTold = false;
        tell();
    }

    /**
     * Loads what changed since the last time; true when the catalogue did. A load of the catalogue that took a while, what its
     * listener did included, lets the next one wait for 20 times as long: a store that changes all the time costs a twentieth
     * of the time at most.
     */
    public synchronized boolean refresh() {
        boolean changed = throttle.isDue() && refreshCatalogue();
        refreshModel();
        return changed;
    }

    /** As {@link #refresh}, but does not wait. */
    public synchronized boolean refreshNow() {
        boolean changed = refreshCatalogue();
        refreshModel();
        return changed;
    }

    private boolean refreshCatalogue() {
        Catalogue before = get().catalogue();
        Instant startedAt = clock.instant();
        try {
            long version = stored.version();
            if (version != loaded.get().storeVersion() || !startedAt.isBefore(before.expiresAt())) {
                serve(stored.load(version), version);
            } else if (isTold) {
                return false;
            }
        } catch (OutsideFailure failure) {
            warn("The catalogue cannot be read, the last one serves on: " + failure.getMessage());
        }
        try {
            if (get().catalogue().size() == 0) {
                serveBundled();
            }
            tell();
        } finally {
            throttle.workedSince(startedAt);
        }
        return get().catalogue() != before;
    }

    private void serve(Catalogue catalogue, long version) {
        Loaded current = loaded.get();
        loaded.set(new Loaded(current.state().withCatalogue(catalogue), version, current.modelVersion()));
        isTold = false;
    }

    private void serveBundled() {
        Loaded current = loaded.get();
        Catalogue catalogue = new Catalogue(bundled.get(), current.storeVersion());
        loaded.set(new Loaded(current.state().withBundled(catalogue), current.storeVersion(), current.modelVersion()));
        isTold = false;
    }

    private void tell() {
        if (!isTold) {
            listener.accept(get().catalogue());
            isTold = true;
        }
    }

    /** Loads the model that is to serve, when that is another one than the last time. */
    public synchronized void refreshModel() {
        Loaded current = loaded.get();
        String wanted = models.servingVersion().orElse("");
        if (wanted.equals(current.modelVersion())) {
            return;
        }
        Optional<CollaborativeModel> model = wanted.isEmpty() ? Optional.empty() : openOrLastGood(wanted);
        loaded.set(new Loaded(current.state().withModel(model, wanted), current.storeVersion(), wanted));
    }

    private Optional<CollaborativeModel> openOrLastGood(String wanted) {
        try {
            return Optional.of(models.open(wanted));
        } catch (UnusableSnapshot unusable) {
            warn("Model " + wanted + " cannot serve, the last good one serves on: " + unusable.getMessage());
        }
        Optional<CollaborativeModel> serving = get().model();
        return serving.isPresent() ? serving : newestUsable(wanted);
    }

    private Optional<CollaborativeModel> newestUsable(String unusableVersion) {
        for (ModelInfo kept : models.list()) {
            try {
                if (!kept.version().equals(unusableVersion)) {
                    return Optional.of(models.open(kept.version()));
                }
            } catch (UnusableSnapshot unusable) {
                warn("Model " + kept.version() + " cannot serve either: " + unusable.getMessage());
            }
        }
        return Optional.empty();
    }

    private void warn(String message) {
        if (!message.equals(lastWarning)) {
            lastWarning = message;
            warnings.accept(message);
        }
    }
}

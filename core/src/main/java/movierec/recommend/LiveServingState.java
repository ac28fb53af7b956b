package movierec.recommend;

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
import movierec.title.Title;
import movierec.title.TitleStore;

/**
 * Keeps the serving state in step with the store and the models, whatever process changes them: {@link #refresh} is called
 * every second or so and is cheap when nothing changed. What cannot be loaded is reported once, and what served last serves
 * on. Thread-safe.
 */
public final class LiveServingState implements Supplier<ServingState> {
    private final TitleStore titles;
    private final ModelRepository models;
    private final Supplier<List<Title>> bundled;
    private final Consumer<String> warnings;
    private final AtomicReference<Loaded> loaded;
    private String lastWarning = "";

    /** A state and what it was loaded from; a model version that could not be opened counts as seen. */
    private record Loaded(ServingState state, long titlesVersion, String modelVersion) {}

    /** @param bundled titles to serve while the store has none to offer */
    public LiveServingState(
            TitleStore titles,
            ModelRepository models,
            Vocabularies vocabularies,
            Supplier<List<Title>> bundled,
            Consumer<String> warnings) {
        this.titles = titles;
        this.models = models;
        this.bundled = bundled;
        this.warnings = warnings;
        Catalogue nothing = new Catalogue(List.of(), -1);
        this.loaded = new AtomicReference<>(
                new Loaded(new ServingState(nothing, true, vocabularies, Optional.empty()), -1, ""));
        refresh();
    }

    @Override
    public ServingState get() {
        return loaded.get().state();
    }

    /** Loads what changed since the last time; true when the catalogue did. */
    public synchronized boolean refresh() {
        boolean changed = refreshCatalogue();
        refreshModel();
        return changed;
    }

    private boolean refreshCatalogue() {
        Loaded current = loaded.get();
        try {
            long version = titles.version();
            if (version == current.titlesVersion()) {
                return false;
            }
            loaded.set(new Loaded(
                    current.state().withCatalogue(new Catalogue(titles.all(), version)),
                    version,
                    current.modelVersion()));
        } catch (OutsideFailure failure) {
            warn("The catalogue cannot be read, the last one serves on: " + failure.getMessage());
        }
        if (get().catalogue().size() == 0) {
            Loaded empty = loaded.get();
            loaded.set(new Loaded(
                    empty.state().withBundled(new Catalogue(bundled.get(), empty.titlesVersion())),
                    empty.titlesVersion(),
                    empty.modelVersion()));
        }
        return true;
    }

    private void refreshModel() {
        Loaded current = loaded.get();
        String wanted = models.servingVersion().orElse("");
        if (wanted.equals(current.modelVersion())) {
            return;
        }
        Optional<CollaborativeModel> model = wanted.isEmpty() ? Optional.empty() : openOrLastGood(wanted);
        loaded.set(new Loaded(current.state().withModel(model, wanted), current.titlesVersion(), wanted));
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

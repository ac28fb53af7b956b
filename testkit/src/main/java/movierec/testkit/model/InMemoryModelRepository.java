package movierec.testkit.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import movierec.failure.Refusal;
import movierec.model.CollaborativeModel;
import movierec.model.ModelInfo;
import movierec.model.ModelRepository;
import movierec.model.UnusableSnapshot;

/** Keeps models in memory. */
public final class InMemoryModelRepository implements ModelRepository {
    private final Map<String, CollaborativeModel> models = new TreeMap<>(Comparator.reverseOrder());
    private final Deque<String> serving = new ArrayDeque<>();

    /** Keeps a model under its version; it does not serve before it is promoted. */
    public synchronized void add(CollaborativeModel model) {
        models.put(model.info().version(), model);
    }

    /** Makes a model as good as damaged. */
    public synchronized void remove(String version) {
        models.remove(version);
    }

    @Override
    public synchronized Optional<String> servingVersion() {
        return serving.stream().findFirst();
    }

    @Override
    public synchronized CollaborativeModel open(String version) {
        CollaborativeModel model = models.get(version);
        if (model == null) {
            throw new UnusableSnapshot("There is no model " + version);
        }
        return model;
    }

    @Override
    public synchronized List<ModelInfo> list() {
        List<ModelInfo> infos = new ArrayList<>();
        models.values().forEach(model -> infos.add(model.info()));
        return List.copyOf(infos);
    }

    @Override
    public synchronized void promote(String version) {
        open(version);
        if (!servingVersion().equals(Optional.of(version))) {
            serving.addFirst(version);
        }
    }

    @Override
    public synchronized String rollback() {
        String current = serving.pollFirst();
        while (!serving.isEmpty()) {
            if (models.containsKey(serving.getFirst())) {
                return serving.getFirst();
            }
            serving.removeFirst();
        }
        if (current != null) {
            serving.addFirst(current);
        }
        throw new Refusal.Conflict("no-earlier-model", "There is no earlier model to go back to");
    }
}

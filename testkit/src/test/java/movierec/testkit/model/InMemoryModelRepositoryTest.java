package movierec.testkit.model;

import java.util.List;
import movierec.model.ModelRepository;
import movierec.testkit.recommend.PairModel;

class InMemoryModelRepositoryTest extends ModelRepositoryContract {
    private final InMemoryModelRepository models = new InMemoryModelRepository();

    @Override
    protected ModelRepository models() {
        return models;
    }

    @Override
    protected void keep(String version) {
        models.add(new PairModel(version, List.of()));
    }

    @Override
    protected void damage(String version) {
        models.remove(version);
    }
}

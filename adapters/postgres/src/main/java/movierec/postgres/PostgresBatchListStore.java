package movierec.postgres;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import movierec.identity.UserId;
import movierec.taste.BatchList;
import movierec.taste.BatchListStore;

/** Precomputed lists in the table {@code batch_recommendations}. */
public final class PostgresBatchListStore implements BatchListStore {
    private final PostgresDatabase database;

    public PostgresBatchListStore(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public void save(Map<UserId, BatchList> lists) {
        if (!lists.isEmpty()) {
            database.writeMuch(handle -> BatchTable.replace(handle, lists));
        }
    }

    @Override
    public Optional<BatchList> find(UserId user) {
        return database.read(handle -> BatchTable.find(handle, user));
    }

    @Override
    public int keepOnly(Set<String> modelVersions) {
        return database.writeMuch(handle -> BatchTable.keepOnly(handle, modelVersions));
    }
}

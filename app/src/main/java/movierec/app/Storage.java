package movierec.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import movierec.identity.AccountStore;
import movierec.identity.ApiKeyStore;
import movierec.identity.CodeStore;
import movierec.identity.SessionStore;
import movierec.learning.train.FileCorpusStore;
import movierec.learning.train.FileModelRepository;
import movierec.postgres.PostgresAccountStore;
import movierec.postgres.PostgresAddress;
import movierec.postgres.PostgresApiKeyStore;
import movierec.postgres.PostgresBatchListStore;
import movierec.postgres.PostgresCodeStore;
import movierec.postgres.PostgresDatabase;
import movierec.postgres.PostgresEventLog;
import movierec.postgres.PostgresFileShare;
import movierec.postgres.PostgresJobStore;
import movierec.postgres.PostgresLeaseStore;
import movierec.postgres.PostgresListStore;
import movierec.postgres.PostgresReferenceStore;
import movierec.postgres.PostgresServedLog;
import movierec.postgres.PostgresSessionStore;
import movierec.postgres.PostgresTasteStore;
import movierec.postgres.PostgresTitleCheckStore;
import movierec.postgres.PostgresTitleLists;
import movierec.postgres.PostgresTitleStore;
import movierec.postgres.PostgresUserData;
import movierec.postgres.PostgresVectorStore;
import movierec.sqlite.SqliteAccountStore;
import movierec.sqlite.SqliteApiKeyStore;
import movierec.sqlite.SqliteBatchListStore;
import movierec.sqlite.SqliteCodeStore;
import movierec.sqlite.SqliteDatabase;
import movierec.sqlite.SqliteEventLog;
import movierec.sqlite.SqliteJobStore;
import movierec.sqlite.SqliteLeaseStore;
import movierec.sqlite.SqliteListStore;
import movierec.sqlite.SqliteReferenceStore;
import movierec.sqlite.SqliteServedLog;
import movierec.sqlite.SqliteSessionStore;
import movierec.sqlite.SqliteTasteStore;
import movierec.sqlite.SqliteTitleCheckStore;
import movierec.sqlite.SqliteTitleLists;
import movierec.sqlite.SqliteTitleStore;
import movierec.sqlite.SqliteUserData;
import movierec.sqlite.SqliteVectorStore;
import movierec.vector.VectorStore;

/**
 * The stores of a mode.
 *
 * @param folders keeps keys, models and corpora in step with other nodes
 * @param database to be closed last
 */
record Storage(
        Stores stores,
        AccountStore accounts,
        SessionStore sessions,
        CodeStore codes,
        ApiKeyStore apiKeys,
        VectorStore vectors,
        NodeFolders folders,
        AutoCloseable database) {

    /** Opens what the settings name. Models are files in every mode. */
    static Storage open(Config config, FileModelRepository models, InstantSource clock) {
        return config.adapters().store().equals("postgres")
                ? postgres(config, models, clock)
                : sqlite(config.data(), models, clock);
    }

    private static Storage sqlite(Path data, FileModelRepository models, InstantSource clock) {
        SqliteDatabase database = SqliteDatabase.open(data.resolve("movierec.db"));
        Stores stores = new Stores(
                new SqliteTitleStore(database, clock),
                new SqliteTasteStore(database),
                new SqliteEventLog(database),
                new SqliteTitleLists(database),
                new SqliteServedLog(database),
                new SqliteBatchListStore(database),
                new SqliteUserData(database),
                models,
                new FileCorpusStore(data.resolve("corpora")),
                new SqliteListStore(database, clock),
                new SqliteTitleCheckStore(database),
                new SqliteReferenceStore(database, clock),
                new SqliteJobStore(database),
                new SqliteLeaseStore(database));
        return new Storage(
                stores,
                new SqliteAccountStore(database),
                new SqliteSessionStore(database),
                new SqliteCodeStore(database),
                new SqliteApiKeyStore(database),
                new SqliteVectorStore(database),
                NodeFolders.ALONE,
                database);
    }

    private static Storage postgres(Config config, FileModelRepository models, InstantSource clock) {
        Path data = config.data();
        PostgresDatabase database = PostgresDatabase.open(
                PostgresAddress.parse(config.servers().databaseUrl().value()),
                config.servers().databaseConnections(),
                config.servers().patience());
        Stores stores = new Stores(
                new PostgresTitleStore(database, clock),
                new PostgresTasteStore(database),
                new PostgresEventLog(database),
                new PostgresTitleLists(database),
                new PostgresServedLog(database),
                new PostgresBatchListStore(database),
                new PostgresUserData(database),
                models,
                new FileCorpusStore(data.resolve("corpora")),
                new PostgresListStore(database, clock),
                new PostgresTitleCheckStore(database),
                new PostgresReferenceStore(database, clock),
                new PostgresJobStore(database),
                new PostgresLeaseStore(database));
        SharedFolders folders = new SharedFolders(
                new PostgresFileShare(database), data, List.of("keys", "models", "corpora", "tuning"));
        return new Storage(
                stores,
                new PostgresAccountStore(database),
                new PostgresSessionStore(database),
                new PostgresCodeStore(database),
                new PostgresApiKeyStore(database),
                new PostgresVectorStore(database),
                folders,
                database);
    }
}

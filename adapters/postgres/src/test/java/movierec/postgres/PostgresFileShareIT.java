package movierec.postgres;

import movierec.share.FileShare;
import movierec.testkit.share.FileShareContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresFileShareIT extends FileShareContract {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Override
    protected FileShare share() {
        return new PostgresFileShare(fresh.database());
    }
}

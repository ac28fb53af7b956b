package movierec.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Raises every user's version a few times a second, as events would, until it is closed. */
final class VersionRaiser implements AutoCloseable {
    private static final int PAUSE_MILLIS = 40;

    private final Thread thread;
    private volatile boolean closed;

    private VersionRaiser(Path database) {
        thread = Thread.ofPlatform().name("version-raiser").unstarted(() -> raise(database));
    }

    static VersionRaiser start(Path database) {
        VersionRaiser raiser = new VersionRaiser(database);
        raiser.thread.start();
        return raiser;
    }

    private void raise(Path database) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA busy_timeout = 5000");
            while (!closed) {
                statement.executeUpdate("UPDATE user_versions SET version = version + 1000000");
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The versions cannot be raised", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}

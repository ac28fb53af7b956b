package movierec.cli.operate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import movierec.app.Config;
import movierec.app.TmdbProbe;
import movierec.cli.operate.HealthProbe.Told;
import movierec.failure.OutsideFailure;
import movierec.smtp.SmtpServer;

/** Checks of what is around the program: Java, network, clock. */
final class SurroundingsChecks {
    private static final int NEEDED_JAVA = 25;
    private static final int PATIENCE_MILLIS = 5_000;
    /** Java 25 was released later: a clock that says less is wrong. */
    private static final Instant CERTAINLY_PAST = Instant.parse("2025-09-01T00:00:00Z");

    private final Config config;
    private final InstantSource clock;

    SurroundingsChecks(Config config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    List<Finding> all() {
        return List.of(java(), port(), mail(), tmdb(), time());
    }

    private static Finding java() {
        int release = Runtime.version().feature();
        String detail = "Java " + Runtime.version();
        return release >= NEEDED_JAVA
                ? Finding.ok("java", detail)
                : Finding.fail("java", detail + "; " + NEEDED_JAVA + " or newer is needed");
    }

    private Finding port() {
        Config.Http http = config.http();
        URI address = HealthProbe.address(http);
        if (http.port() == 0) {
            return Finding.ok("port", "a free one is picked at every start");
        }
        Optional<Told> told = HealthProbe.ask(address, "/health/live");
        if (told.isPresent()) {
            return told.get().status() == 200
                    ? Finding.ok("port", "a server answers at " + address)
                    : Finding.fail("port", "another program answers at " + address + "; choose a port with --port");
        }
        try (ServerSocket free = new ServerSocket(http.port(), 1, InetAddress.getByName(http.host()))) {
            return Finding.ok("port", free.getLocalPort() + " is free");
        } catch (IOException taken) {
            return Finding.fail("port", http.port() + " at " + http.host() + ": " + taken.getMessage());
        }
    }

    private Finding mail() {
        if (!config.smtpUrl().isSet()) {
            return Finding.ok("mail server", "none set; nothing is mailed");
        }
        SmtpServer server = SmtpServer.of(config.smtpUrl().value());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.host(), server.port()), PATIENCE_MILLIS);
            return Finding.ok("mail server", server + " answers");
        } catch (IOException failure) {
            return Finding.fail("mail server", server + " cannot be reached: " + failure.getMessage());
        }
    }

    private Finding tmdb() {
        if (!config.tmdb().credential().isSet()) {
            return Finding.ok("TMDB", "not set up (TMDB_API_KEY); nothing is fetched from it");
        }
        try {
            TmdbProbe.ask(config.tmdb(), clock);
            return Finding.ok("TMDB", config.tmdb().settings().baseUrl() + " answers and accepts the credential");
        } catch (OutsideFailure failure) {
            return Finding.fail("TMDB", config.tmdb().settings().baseUrl() + ": " + failure.getMessage());
        }
    }

    private Finding time() {
        Instant now = clock.instant();
        return now.isAfter(CERTAINLY_PAST)
                ? Finding.ok("clock", now.toString())
                : Finding.fail("clock", now + " is in the past: tokens would not be valid; set the clock");
    }
}

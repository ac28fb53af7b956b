package movierec.faketmdb;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import movierec.faketmdb.world.FakeWorld;

/**
 * A TMDB of invented titles that listens on this machine. Everything about it can be changed while it runs: what its world holds
 * and what goes wrong.
 */
public final class FakeTmdb implements AutoCloseable {
    static {
        // Otherwise every small answer waits 40 ms for the client's acknowledgement; the JDK's server has no other
        // switch.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final FakeWorld world;
    private final Script script;
    private final RequestLog log = new RequestLog();

    private FakeTmdb(FakeWorld world, FakeSettings settings) throws IOException {
        this.world = world;
        this.script = new Script(world.plan().seed());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), settings.port()), 0);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        Exchanges exchanges = new Exchanges(world, settings, script, log, root());
        server.createContext("/", exchanges::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Serves a world on a free port, to everybody whose key looks like one. */
    public static FakeTmdb start(FakeWorld world) {
        return start(world, FakeSettings.DEFAULT);
    }

    /** @throws UncheckedIOException when the port is taken */
    public static FakeTmdb start(FakeWorld world, FakeSettings settings) {
        try {
            return new FakeTmdb(world, settings);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + settings.port(), failure);
        }
    }

    private String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What clients call the base URL: it ends in {@code /3}. */
    public URI address() {
        return URI.create(root() + "/3");
    }

    /** Where the files of ids are: name of the file is to be appended. */
    public URI exports() {
        return URI.create(root() + "/p/exports/");
    }

    /** Where pictures are: size and file are to be appended. */
    public URI images() {
        return URI.create(root() + "/t/p/");
    }

    public FakeWorld world() {
        return world;
    }

    public Script script() {
        return script;
    }

    public RequestLog log() {
        return log;
    }

    /** Ends hanging answers too. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

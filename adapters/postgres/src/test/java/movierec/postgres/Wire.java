package movierec.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The network between a node and the server, which can fall silent or break, and on which trips can be counted. */
final class Wire implements AutoCloseable {
    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger trips = new AtomicInteger();
    private volatile boolean silent;
    private volatile boolean swallowsAnswers;

    private Wire(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    static Wire to(String url) {
        String[] place = url.replaceFirst(".*@", "").replaceFirst("/.*", "").split(":", -1);
        try {
            return new Wire(place[0], place.length > 1 ? Integer.parseInt(place[1]) : 5432);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The same URL, over this wire. */
    String url(String url) {
        return url.replaceFirst("@[^/]*", "@127.0.0.1:" + entrance.getLocalPort());
    }

    /** How many times an answer of the server was followed by something from the client. */
    int trips() {
        return trips.get();
    }

    /** Nothing goes through any more, and nobody is told. */
    void fallSilent() {
        silent = true;
    }

    void speakAgain() {
        silent = false;
    }

    /** What clients send still arrives; the next answer is lost, and the connection with it. */
    void swallowTheNextAnswer() {
        swallowsAnswers = true;
    }

    /** Breaks every connection; new ones work. */
    void breakAll() {
        sockets.forEach(Wire::close);
        sockets.clear();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket server = new Socket(host, port);
                sockets.addAll(List.of(client, server));
                AtomicBoolean answered = new AtomicBoolean(true);
                Thread.ofVirtual().start(() -> pump(client, server, answered, true));
                Thread.ofVirtual().start(() -> pump(server, client, answered, false));
            }
        } catch (IOException closed) {
            breakAll();
        }
    }

    private void pump(Socket from, Socket to, AtomicBoolean answered, boolean fromClient) {
        byte[] buffer = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                while (silent) {
                    Thread.sleep(5);
                }
                if (fromClient && answered.compareAndSet(true, false)) {
                    trips.incrementAndGet();
                }
                if (!fromClient) {
                    if (swallowsAnswers) {
                        swallowsAnswers = false;
                        return;
                    }
                    answered.set(true);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException ended) {
            close(from);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            throw new IllegalStateException(alreadyBroken);
        }
    }

    @Override
    public void close() {
        silent = false;
        try {
            entrance.close();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        breakAll();
    }
}

package movierec.catalogue.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A source of pictures that sends exactly the bytes a test wants, on a port of its own. One answer a connection. */
final class ScriptedOrigin implements AutoCloseable {
    static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffd9");
    static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    static final byte[] WEBP = HexFormat.of().parseHex("524946460a000000574542505650382000000000");

    /** Writes a whole HTTP answer for a path. */
    @FunctionalInterface
    interface Script {
        void answer(String path, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Script script;

    private ScriptedOrigin(Script script) {
        this.script = script;
        try {
            socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    static ScriptedOrigin with(Script script) {
        return new ScriptedOrigin(script);
    }

    /** Answers every question with these bytes as an honest server would. */
    static ScriptedOrigin sending(byte[] body) {
        return with((path, out) -> send(out, "200 OK", "image/jpeg", body));
    }

    static void send(OutputStream out, String status, String type, byte[] body) throws IOException {
        head(out, status, "Content-Type: " + type, "Content-Length: " + body.length);
        out.write(body);
    }

    static void head(OutputStream out, String status, String... headers) throws IOException {
        String head = "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Waits without an end, as a source that has died does. */
    static void hang() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    void now(Script other) {
        script = other;
    }

    String base() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/t/p/";
    }

    /** The paths that were asked for. */
    List<String> asked() {
        return asked;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = connection.getInputStream().read();
                if (next < 0) {
                    return;
                }
                head.write(next);
            }
            String path = head.toString(StandardCharsets.ISO_8859_1).split(" ", 3)[1];
            asked.add(path);
            script.answer(path, connection.getOutputStream());
        } catch (IOException gone) {
            // the client hung up, which is what some tests are about
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

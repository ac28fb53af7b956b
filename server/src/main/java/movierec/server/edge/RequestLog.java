package movierec.server.edge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import movierec.server.http.Caller;
import movierec.server.http.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One line for every request at its end: method, route template, status, duration, and the user as a keyed hash, so that
 * one user's lines can be found together but nobody can be named from a log.
 */
public final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("movierec.access");
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAX_REMEMBERED = 10_000;

    private final SecretKeySpec key;
    private final ConcurrentMap<String, String> hashes = new ConcurrentHashMap<>();

    /** @param hashKey secret of this installation, at least 16 bytes */
    public RequestLog(byte[] hashKey) {
        if (hashKey.length < 16) {
            throw new IllegalArgumentException("The key of user hashes in logs needs at least 16 bytes");
        }
        this.key = new SecretKeySpec(hashKey, ALGORITHM);
    }

    void ended(Exchange exchange, String method, int status, long nanos) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("request_id", exchange.requestId())
                .addKeyValue("method", method)
                .addKeyValue("route", exchange.route())
                .addKeyValue("status", status)
                .addKeyValue("duration_ms", nanos / 1000 / 1000.0);
        if (!exchange.traceId().isEmpty()) {
            line = line.addKeyValue("trace_id", exchange.traceId()).addKeyValue("span_id", exchange.spanId());
        }
        switch (exchange.caller()) {
            case Caller.Anonymous ignored -> {}
            case Caller.User user ->
                line = line.addKeyValue("user", hash(user.id().value()));
            case Caller.App app -> line = line.addKeyValue("app", app.id());
        }
        line.log("request");
    }

    private String hash(String user) {
        if (hashes.size() > MAX_REMEMBERED) {
            hashes.clear();
        }
        return hashes.computeIfAbsent(user, this::compute);
    }

    private String compute(String user) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] digest = mac.doFinal(user.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}

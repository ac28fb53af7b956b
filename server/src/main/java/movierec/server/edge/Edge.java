package movierec.server.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.Semaphore;
import movierec.server.http.Exchange;
import movierec.server.metrics.Metrics;
import movierec.server.problem.Problems;
import movierec.server.security.ClientAddress;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/**
 * The outermost layer: gives every request its id, sets the headers every answer has, turns requests away when too many are
 * under way, and reports each one at its end. Health and metrics are answered even under overload: whoever watches the
 * server must see that it lives.
 */
public final class Edge extends Handler.Wrapper {
    private final StandardHeaders standardHeaders;
    private final Cors cors;
    private final ClientAddress clientAddress;
    private final Semaphore places;
    private final RequestLog log;
    private final Metrics metrics;
    private final ProblemPages pages = new ProblemPages(this);

    /**
     * @param corsOrigins origins of other sites that may use the API
     * @param maxConcurrentRequests beyond it, 503 at once
     */
    public Edge(
            List<String> corsOrigins,
            ClientAddress clientAddress,
            int maxConcurrentRequests,
            RequestLog log,
            Metrics metrics) {
        this.cors = new Cors(corsOrigins);
        this.standardHeaders = new StandardHeaders(cors);
        this.clientAddress = clientAddress;
        this.places = new Semaphore(maxConcurrentRequests);
        this.log = log;
        this.metrics = metrics;
    }

    /** What Jetty must use for its own errors. */
    public ErrorHandler errorHandler() {
        return pages;
    }

    StandardHeaders standardHeaders() {
        return standardHeaders;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Exchange exchange = exchange(request);
        standardHeaders.put(exchange, request.getHeaders(), response.getHeaders());
        Request.addCompletionListener(request, failure -> end(exchange, request, response));
        if (Cors.isPreflight(request.getMethod(), request.getHeaders())) {
            cors.allowPreflight(request.getHeaders(), response.getHeaders());
            response.setStatus(204);
            callback.succeeded();
            return true;
        }
        if (isForOperators(request)) {
            return route(exchange, request, response, callback);
        }
        if (!places.tryAcquire()) {
            pages.write(exchange, Problems.overloaded(), request, response, callback);
            return true;
        }
        Request.addCompletionListener(request, failure -> places.release());
        return route(exchange, request, response, callback);
    }

    private boolean route(Exchange exchange, Request request, Response response, Callback callback) throws Exception {
        MDC.put("request_id", exchange.requestId());
        if (!exchange.traceId().isEmpty()) {
            MDC.put("trace_id", exchange.traceId());
            MDC.put("span_id", exchange.spanId());
        }
        try {
            return super.handle(request, response, callback);
        } finally {
            MDC.clear();
        }
    }

    /** The request's exchange, made at the first call. */
    Exchange exchange(Request request) {
        if (request.getAttribute(Exchange.ATTRIBUTE) instanceof Exchange known) {
            return known;
        }
        HttpFields headers = request.getHeaders();
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        InetAddress address =
                peer instanceof InetSocketAddress inet ? inet.getAddress() : InetAddress.getLoopbackAddress();
        String forwarded = headers.contains(HttpHeader.X_FORWARDED_FOR)
                ? String.join(",", headers.getValuesList(HttpHeader.X_FORWARDED_FOR))
                : "";
        Exchange exchange = new Exchange(
                header(headers, "X-Request-ID"),
                header(headers, "traceparent"),
                clientAddress.of(address, forwarded),
                System.nanoTime());
        request.setAttribute(Exchange.ATTRIBUTE, exchange);
        return exchange;
    }

    private void end(Exchange exchange, Request request, Response response) {
        long nanos = System.nanoTime() - exchange.startedNanos();
        String method = MethodNames.known(request.getMethod());
        metrics.request(method, exchange.route(), response.getStatus(), nanos);
        log.ended(exchange, method, response.getStatus(), nanos);
    }

    private static boolean isForOperators(Request request) {
        String path = Request.getPathInContext(request);
        return path.startsWith("/health/") || path.equals("/metrics");
    }

    private static String header(HttpFields headers, String name) {
        String value = headers.get(name);
        return value == null ? "" : value;
    }
}

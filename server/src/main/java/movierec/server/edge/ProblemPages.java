package movierec.server.edge;

import java.nio.ByteBuffer;
import movierec.server.http.Exchange;
import movierec.server.problem.Problem;
import movierec.server.problem.Problems;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Jetty's own errors in the shape of all others: what cannot be parsed, what is too long, what fails before routing. It may
 * run for requests that never reached {@link Edge}, and after the headers set there were dropped.
 */
final class ProblemPages extends ErrorHandler {
    private final Edge edge;

    ProblemPages(Edge edge) {
        this.edge = edge;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Object status = request.getAttribute(ERROR_STATUS);
        Object failure = request.getAttribute(ERROR_EXCEPTION);
        int code = status instanceof Integer number ? number : response.getStatus();
        Problem problem;
        if (failure instanceof HttpException http && http.getCode() < 500) {
            // What cannot be parsed ends the connection, which a client that keeps connections must be told.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            problem = Problems.ofStatus(http.getCode(), "");
        } else if (failure instanceof Throwable thrown && code >= 500 && code != 501 && code != 505) {
            problem = Problems.of(thrown);
        } else {
            problem = Problems.ofStatus(code, "");
        }
        write(edge.exchange(request), problem, request, response, callback);
        return true;
    }

    /** Writes a problem before or after the servlet layer. */
    void write(Exchange exchange, Problem problem, Request request, Response response, Callback callback) {
        byte[] body = problem.json(path(request), exchange.requestId());
        response.setStatus(problem.status());
        edge.standardHeaders().put(exchange, request.getHeaders(), response.getHeaders());
        problem.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static String path(Request request) {
        String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
        return path == null || path.length() > 1000 ? "" : path;
    }
}

package movierec.server.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;

/** Runs one route on the web framework: admit, answer, write. */
public final class RouteHandler implements Handler {
    /** Finds out who calls, and refuses whoever may not, or too often. */
    @FunctionalInterface
    public interface Gate {
        void admit(Route route, Context context, Exchange exchange);
    }

    private final Route route;
    private final String path;
    private final Gate gate;

    /** @param path the route's own path or one of its aliases: the name in metrics and logs */
    public RouteHandler(Route route, String path, Gate gate) {
        this.route = route;
        this.path = path;
        this.gate = gate;
    }

    @Override
    public void handle(Context context) throws IOException {
        Exchange exchange = (Exchange) context.req().getAttribute(Exchange.ATTRIBUTE);
        exchange.matched(path);
        gate.admit(route, context, exchange);
        try {
            Answer answer = route.endpoint().answer(new Call(context, exchange, route.maxBodyBytes()));
            AnswerWriter.write(context.req(), context.res(), answer);
        } catch (Error e) {
            // such as a stack overflow: it ends this request like any other bug, and not the connection without an
            // answer
            throw new IllegalStateException("Error in " + path, e);
        }
    }
}

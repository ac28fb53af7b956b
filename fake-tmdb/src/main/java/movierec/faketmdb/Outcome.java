package movierec.faketmdb;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/**
 * What really leaves of an answer.
 *
 * @param sent bytes of the body that leave; the length of the whole body is announced all the same
 */
record Outcome(Answer answer, int sent) {
    /** The connection ends without an answer; its status counts as 0. */
    static final Outcome SILENCE = new Outcome(new Answer(0, Map.of(), new byte[0]), 0);

    static Outcome whole(Answer answer) {
        return new Outcome(answer, answer.body().length);
    }

    static Outcome half(Answer answer) {
        return new Outcome(answer, answer.body().length / 2);
    }

    void send(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (answer.status() == 0) {
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Server", "openresty");
            boolean empty = answer.body().length == 0;
            exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
            if (!empty) {
                exchange.getResponseBody().write(answer.body(), 0, sent);
                exchange.getResponseBody().flush();
            }
        }
    }
}

package movierec.server.metrics;

import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;

/** {@code /metrics}: Prometheus text 0.0.4, or OpenMetrics for a scraper that asks for it. */
public final class ShowMetrics implements Endpoint {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final Metrics metrics;

    public ShowMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public Answer answer(Call call) {
        String type = call.header("Accept").contains("application/openmetrics-text") ? OPEN_METRICS : TEXT;
        return Answer.bytes(200, type, metrics.scrape(type));
    }
}

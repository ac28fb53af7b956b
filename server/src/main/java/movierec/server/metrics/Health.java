package movierec.server.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import movierec.server.http.Answer;
import movierec.server.http.Call;

/**
 * The three health answers: live (the process runs), started (everything is set up), ready (send requests here).
 * Readiness asks named checks; a degraded part is told but does not take the server out of service.
 */
public final class Health {
    /** How a part of the server is. */
    public enum State {
        UP,
        /** Something is missing and something else stands in for it. */
        DEGRADED,
        DOWN
    }

    private enum Phase {
        STARTING,
        SERVING,
        STOPPING
    }

    private final Map<String, Supplier<State>> checks;
    private volatile Phase phase = Phase.STARTING;

    /** @param checks by name; asked at every readiness request, so they must be quick, and answer instead of throwing */
    public Health(Map<String, Supplier<State>> checks) {
        this.checks = new LinkedHashMap<>(checks);
    }

    public void started() {
        phase = Phase.SERVING;
    }

    /** From now on not ready, so that load balancers look elsewhere while running requests end. */
    public void stopping() {
        phase = Phase.STOPPING;
    }

    public Answer live(Call call) {
        return Answer.ok(Map.of("status", "live"));
    }

    public Answer startedUp(Call call) {
        return phase == Phase.STARTING
                ? unavailable(Map.of("status", "starting"))
                : Answer.ok(Map.of("status", "started"));
    }

    public Answer ready(Call call) {
        if (phase != Phase.SERVING) {
            return unavailable(Map.of("status", phase == Phase.STARTING ? "starting" : "stopping"));
        }
        Map<String, String> states = new LinkedHashMap<>();
        State worst = State.UP;
        for (Map.Entry<String, Supplier<State>> check : checks.entrySet()) {
            State state = check.getValue().get();
            states.put(check.getKey(), word(state));
            worst = state.compareTo(worst) > 0 ? state : worst;
        }
        Map<String, Object> body = Map.of("status", worst == State.UP ? "ready" : word(worst), "checks", states);
        return worst == State.DOWN ? unavailable(body) : Answer.ok(body);
    }

    private static Answer unavailable(Object body) {
        return Answer.json(503, body).header("Retry-After", "5");
    }

    private static String word(State state) {
        return switch (state) {
            case UP -> "up";
            case DEGRADED -> "degraded";
            case DOWN -> "down";
        };
    }
}

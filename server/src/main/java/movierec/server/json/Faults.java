package movierec.server.json;

import java.util.ArrayList;
import java.util.List;
import movierec.failure.Refusal;
import movierec.failure.Refusal.Fault;

/** Collects what is wrong with a request, so that one answer reports all of it. Not thread-safe. */
public final class Faults {
    private static final int MAX_REPORTED = 50;

    private final List<Fault> found = new ArrayList<>();

    void add(Fault fault) {
        if (found.size() < MAX_REPORTED) {
            found.add(fault);
        }
    }

    /** Ends the request if anything was wrong so far. */
    public void check() {
        if (!found.isEmpty()) {
            boolean inBody = found.stream().anyMatch(fault -> fault.name().isEmpty());
            throw new Refusal.Invalid(inBody ? "invalid-body" : "invalid-parameter", found);
        }
    }
}

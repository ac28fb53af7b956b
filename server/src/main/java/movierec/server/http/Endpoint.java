package movierec.server.http;

/**
 * Answers one kind of request: reads the call, runs one use case, maps the result. Holds no logic and no state of a
 * request; used by many threads. Refuses by letting a {@link movierec.failure.Refusal} pass.
 */
@FunctionalInterface
public interface Endpoint {
    Answer answer(Call call);
}

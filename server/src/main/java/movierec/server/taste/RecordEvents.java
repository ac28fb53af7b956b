package movierec.server.taste;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import movierec.failure.Refusal;
import movierec.identity.UserId;
import movierec.recommend.ServingState;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.json.Body;
import movierec.server.metrics.Metrics;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.EventLog;

/**
 * {@code POST /api/events}: records what the user did, one event or up to 500, all or none (EVT-1).
 *
 * <p>Events are idempotent by their {@code clientId}. An {@code Idempotency-Key} is therefore not kept anywhere: it gives a
 * client id to the events of the batch that have none, made of the key and their place, so that sending the batch again
 * records nothing twice, however much later.
 */
public final class RecordEvents implements Endpoint {
    private static final int MAX_EVENTS = 500;
    private static final int MAX_KEY_LENGTH = 128;

    private final EventLog events;
    private final Supplier<ServingState> state;
    private final InstantSource clock;
    private final Metrics metrics;

    public RecordEvents(EventLog events, Supplier<ServingState> state, InstantSource clock, Metrics metrics) {
        this.events = events;
        this.state = state;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public Answer answer(Call call) {
        UserId user = call.user();
        String key = idempotencyKey(call);
        EventInput input = new EventInput(state.get().catalogue(), clock.instant());
        List<Event> batch = new ArrayList<>();
        for (Body body : call.bodies(MAX_EVENTS)) {
            batch.add(input.read(body, key.isEmpty() ? "" : clientId(key, batch.size())));
        }
        call.check();
        EventLog.Receipt receipt = events.record(user, batch);
        if (receipt.accepted() > 0) {
            count(batch);
        }
        return Answer.ok(Map.of("accepted", receipt.accepted(), "duplicates", receipt.duplicates()));
    }

    /** Counts what was sent: which of a batch were duplicates is not told. */
    private void count(List<Event> batch) {
        Map<EventKind, Long> byKind = batch.stream().collect(Collectors.groupingBy(Event::kind, Collectors.counting()));
        byKind.forEach((kind, times) -> metrics.feedback(kind.word(), times.intValue()));
    }

    private static String idempotencyKey(Call call) {
        String key = call.header("Idempotency-Key");
        if (key.length() > MAX_KEY_LENGTH) {
            throw Refusal.Invalid.parameter("Idempotency-Key", "must have at most " + MAX_KEY_LENGTH + " characters");
        }
        return key;
    }

    private static String clientId(String key, int place) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((place + " " + key).getBytes(StandardCharsets.UTF_8));
            return "key-" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}

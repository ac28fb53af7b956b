package movierec.catalogue.fetch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How a run is held by whoever started it.
 *
 * @param mayGoOn false as soon as this process must not go on, because it stops or another one took over
 * @param calls how often the source was called so far, by endpoint and outcome
 * @param pause waits; injected so that tests need not
 */
public record FetchControl(
        InstantSource clock,
        FetchWatcher watcher,
        BooleanSupplier mayGoOn,
        Supplier<Map<String, Long>> calls,
        Pause pause) {

    /** Waits for real. */
    public static final Pause SLEEP = FetchControl::sleep;

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a time, or less when the thread is interrupted. */
    public interface Pause {
        void wait(Duration time);
    }
}

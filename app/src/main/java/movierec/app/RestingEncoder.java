package movierec.app;

import java.time.Duration;
import movierec.vector.TextEncoder;

/** Encodes, and then rests for as long as that took: work that nobody waits for takes half a core at most. */
record RestingEncoder(TextEncoder encoder) implements TextEncoder {
    @Override
    public String name() {
        return encoder.name();
    }

    @Override
    public int dimensions() {
        return encoder.dimensions();
    }

    @Override
    public float leastRelevance() {
        return encoder.leastRelevance();
    }

    @Override
    public float[] encode(String text) {
        long startedAt = System.nanoTime();
        float[] vector = encoder.encode(text);
        try {
            Thread.sleep(Duration.ofNanos(System.nanoTime() - startedAt));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return vector;
    }

    @Override
    public float[] encodeQuery(String text) {
        return encoder.encodeQuery(text);
    }

    @Override
    public void close() {
        encoder.close();
    }
}

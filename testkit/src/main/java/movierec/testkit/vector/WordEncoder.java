package movierec.testkit.vector;

import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import movierec.vector.TextEncoder;

/** Texts that share words are near to each other: every word has a direction of its own. Needs no model. */
public final class WordEncoder implements TextEncoder {
    private final String name;
    private final int dimensions;
    private final AtomicInteger encoded = new AtomicInteger();

    public WordEncoder(String name, int dimensions) {
        this.name = name;
        this.dimensions = dimensions;
    }

    /** How many texts were encoded, queries included. */
    public int encoded() {
        return encoded.get();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public float leastRelevance() {
        return 0.3f;
    }

    @Override
    public float[] encode(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A blank text has no direction");
        }
        encoded.incrementAndGet();
        float[] sum = new float[dimensions];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            Random random = new Random(word.hashCode());
            for (int i = 0; i < dimensions; i++) {
                sum[i] += (float) random.nextGaussian();
            }
        }
        return Vectors.unit(sum);
    }

    @Override
    public float[] encodeQuery(String text) {
        return encode(text);
    }

    @Override
    public void close() {}
}

package movierec.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

final class ProductsTest {
    @Property(tries = 300)
    void bothKernelsAgreeWithTheirTwinForEverySize(
            @ForAll @IntRange(max = 11) int rowCount,
            @ForAll @IntRange(min = 1, max = 130) int length,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[] rows = new float[rowCount * length];
        float[] query = new float[length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < length; i++) {
            query[i] = (float) random.nextGaussian();
        }
        float[] fast = new float[rowCount + 1];
        float[] scalar = new float[rowCount + 1];
        float[] plain = new float[rowCount + 1];

        new SimdProducts().compute(rows, rowCount, query, fast);
        new ScalarProducts().compute(rows, rowCount, query, scalar);
        new PlainProducts().compute(rows, rowCount, query, plain);

        assertThat(Products.fastest()).isInstanceOf(SimdProducts.class);
        assertThat(scalar).containsExactly(plain, Offset.offset(1e-3f));
        assertThat(fast).containsExactly(plain, Offset.offset(1e-3f));
    }
}

package movierec.learning.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProductTest {
    @Property(tries = 40)
    void everyWayAgreesWithTheReadableTwin(@ForAll @IntRange(min = 1, max = 70) int size, @ForAll long seed) {
        Stream.of(new JavaProduct(), new OpenBlasProduct())
                .filter(product -> product instanceof JavaProduct || OpenBlasInverse.isUsable())
                .forEach(product -> agrees(product, size, seed));
    }

    private static void agrees(Product product, int size, long seed) {
        Random random = new Random(seed);
        try (SquareMatrix left = random(size, random);
                SquareMatrix right = random(size, random)) {
            double[][] expected = readable(left, right);

            product.multiply(left, right);

            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    assertThat(left.get(i, j)).isCloseTo((float) expected[i][j], within(1e-3f));
                }
            }
        }
    }

    private static double[][] readable(SquareMatrix left, SquareMatrix right) {
        double[][] product = new double[left.size()][left.size()];
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < left.size(); j++) {
                for (int k = 0; k < left.size(); k++) {
                    product[i][j] += (double) left.get(i, k) * right.get(k, j);
                }
            }
        }
        return product;
    }

    private static SquareMatrix random(int size, Random random) {
        SquareMatrix matrix = new SquareMatrix(size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix.set(i, j, (float) random.nextGaussian());
            }
        }
        return matrix;
    }
}

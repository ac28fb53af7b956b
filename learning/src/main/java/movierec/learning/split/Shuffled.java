package movierec.learning.split;

import java.util.random.RandomGenerator;

/** Numbers in random order. */
final class Shuffled {
    private Shuffled() {}

    /** The numbers 0 to count - 1 in random order (Fisher and Yates). */
    static int[] numbers(int count, RandomGenerator random) {
        int[] numbers = new int[count];
        for (int n = 0; n < count; n++) {
            int other = random.nextInt(n + 1);
            numbers[n] = numbers[other];
            numbers[other] = n;
        }
        return numbers;
    }
}

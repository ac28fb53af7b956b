package movierec.faketmdb.world;

import java.util.SplittableRandom;

/**
 * An invented person.
 *
 * @param gender 0 unknown, 1 female, 2 male, 3 non-binary
 */
record Person(int id, String name, int gender, double popularity, String department, boolean pictured) {
    private static final int FIRST_ID = 5_000_001;

    /** @param number from 0 */
    static Person of(long seed, int number) {
        Dice dice = Dice.of(seed, "person", number);
        SplittableRandom random = dice.roll("core");
        return new Person(
                FIRST_ID + number,
                Words.person(dice.roll("name")),
                random.nextInt(4),
                Math.round(random.nextDouble() * 40_000) / 1000.0,
                random.nextInt(4) == 0 ? "Directing" : "Acting",
                random.nextInt(4) > 0);
    }
}

package movierec.faketmdb.world;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Chance that falls the same way whenever it is asked about the same facet of the same subject, so that nothing has to be kept.
 *
 * @param subject such as a title's or a person's number
 */
record Dice(long seed, long subject) {
    static Dice of(long seed, String what, long number) {
        return new Dice(seed, mix(what.hashCode() + mix(number)));
    }

    SplittableRandom roll(String facet) {
        return new SplittableRandom(mix(seed + mix(subject + facet.hashCode())));
    }

    /** Whether something happens that does in so many of a thousand cases. */
    boolean perMille(String facet, int share) {
        return roll(facet).nextInt(1000) < share;
    }

    static <T> T pick(RandomGenerator random, List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    /** The finisher of SplitMix64: neighbouring numbers become unlike. */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}

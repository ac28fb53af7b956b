package movierec.learning.linear;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sum of the numbers of one register, always in the same order. {@code FloatVector.reduceLanes} leaves the order open,
 * and compiled code does take another one than interpreted code, so that equal data would not give an equal model.
 */
final class LaneSum {
    static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    private static final int LANE_COUNT = LANES.length();
    private static final VectorShuffle<Float> EIGHT_ON = VectorShuffle.iota(LANES, 8, 1, true);
    private static final VectorShuffle<Float> FOUR_ON = VectorShuffle.iota(LANES, 4, 1, true);
    private static final VectorShuffle<Float> TWO_ON = VectorShuffle.iota(LANES, 2, 1, true);
    private static final VectorShuffle<Float> ONE_ON = VectorShuffle.iota(LANES, 1, 1, true);

    private LaneSum() {}

    /** Adds halves to each other until one number is left. */
    static float of(FloatVector lanes) {
        FloatVector sum = lanes;
        if (LANE_COUNT > 8) {
            sum = sum.add(sum.rearrange(EIGHT_ON));
        }
        if (LANE_COUNT > 4) {
            sum = sum.add(sum.rearrange(FOUR_ON));
        }
        if (LANE_COUNT > 2) {
            sum = sum.add(sum.rearrange(TWO_ON));
        }
        if (LANE_COUNT > 1) {
            sum = sum.add(sum.rearrange(ONE_ON));
        }
        return sum.lane(0);
    }
}

package movierec.learning.tune;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.metric.RankingMetric;
import movierec.learning.split.Protocol;

/**
 * How a search goes and when it ends.
 *
 * @param start what it begins with and has to beat
 * @param metric what decides
 * @param trials most settings tried of each member, the first included
 * @param time for all members together; no trial begins after it
 * @param seed of everything random
 */
public record Search(TrainingProfile start, RankingMetric metric, int trials, Duration time, long seed) {
    public Search {
        if (trials < 1 || !time.isPositive()) {
            throw new IllegalArgumentException("A search needs trials and time, not " + trials + " and " + time);
        }
    }

    /** The metric by which hyper-parameters are chosen for a protocol. */
    public static RankingMetric metricFor(Protocol protocol) {
        return new RankingMetric.Ndcg(protocol == Protocol.LEAVE_ONE_OUT ? 10 : 100);
    }

    /** Says whether a member may try once more. */
    record Deadline(InstantSource clock, Instant end) {
        /** Members that are searched first leave the later ones their share. */
        static Deadline share(InstantSource clock, Instant endOfAll, int membersLeft) {
            Instant now = clock.instant();
            return new Deadline(clock, now.plus(Duration.between(now, endOfAll).dividedBy(membersLeft)));
        }

        boolean isOver() {
            return !clock.instant().isBefore(end);
        }
    }
}

package movierec.learning.split;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import movierec.learning.UnusableData;

/** How data are split for evaluation. */
public enum Protocol {
    /** New users: see {@link StrongSplit}. */
    STRONG,
    /** Everyone's last items: see {@link LeaveOneOutSplit}. */
    LEAVE_ONE_OUT,
    /** What comes after a moment: see {@link TemporalSplit}. */
    TEMPORAL,
    /** New titles: see {@link ColdTitlesSplit}. */
    COLD_TITLES;

    /** Users with fewer positives neither train nor judge in an evaluation. */
    public static final int MIN_ITEMS_PER_USER = 5;

    /** The word of the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Protocol> of(String word) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.word().equals(word))
                .findFirst();
    }

    /** Whether another seed gives another split, so that an evaluation may be repeated. */
    public boolean isRandom() {
        return this == STRONG || this == COLD_TITLES;
    }

    /**
     * Splits the users with at least {@link #MIN_ITEMS_PER_USER} positives.
     *
     * @param seed of everything random; the temporal protocols use none
     * @throws UnusableData when there are too few users, or times are missing that the protocol needs
     */
    public Split split(InteractionLog log, long seed) {
        InteractionLog usable = log.usersWithAtLeast(MIN_ITEMS_PER_USER);
        if (usable.userCount() < 2) {
            throw new UnusableData("Evaluation needs at least 2 users with " + MIN_ITEMS_PER_USER
                    + " positives each, there are " + usable.userCount());
        }
        if (!isRandom() && !usable.isTimed()) {
            throw new UnusableData("The protocol " + word() + " needs the time of every interaction");
        }
        return switch (this) {
            case STRONG -> StrongSplit.split(usable, seed);
            case LEAVE_ONE_OUT -> LeaveOneOutSplit.split(usable);
            case TEMPORAL -> TemporalSplit.split(usable);
            case COLD_TITLES -> ColdTitlesSplit.split(usable, seed);
        };
    }
}

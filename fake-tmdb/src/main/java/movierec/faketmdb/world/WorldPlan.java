package movierec.faketmdb.world;

/**
 * What a world holds: the same plan gives the same titles.
 *
 * @param firstId of both types, so that their ids overlap; far above TMDB's, so that they never meet in one catalogue
 * @param traps whether titles and pages have the gaps and repetitions of the real ones
 * @param brokenRows whether some rows of lists cannot be read at all
 * @param dailyChanges share of the titles that each day's change feed names, besides those that did change
 */
public record WorldPlan(
        long seed, int movies, int shows, int firstId, boolean traps, boolean brokenRows, double dailyChanges) {
    public static final WorldPlan STANDARD = new WorldPlan(1, 1_000, 400, 1_000_001, true, false, 0.05);

    public WorldPlan {
        if (movies < 0 || shows < 0 || firstId < 1) {
            throw new IllegalArgumentException(
                    "A world has no " + movies + " movies and " + shows + " shows from id " + firstId);
        }
    }

    public WorldPlan withSeed(long value) {
        return new WorldPlan(value, movies, shows, firstId, traps, brokenRows, dailyChanges);
    }

    public WorldPlan withTitles(int movieCount, int showCount) {
        return new WorldPlan(seed, movieCount, showCount, firstId, traps, brokenRows, dailyChanges);
    }

    public WorldPlan withFirstId(int value) {
        return new WorldPlan(seed, movies, shows, value, traps, brokenRows, dailyChanges);
    }

    public WorldPlan withTraps(boolean value) {
        return new WorldPlan(seed, movies, shows, firstId, value, brokenRows, dailyChanges);
    }

    public WorldPlan withBrokenRows(boolean value) {
        return new WorldPlan(seed, movies, shows, firstId, traps, value, dailyChanges);
    }

    public WorldPlan withDailyChanges(double share) {
        return new WorldPlan(seed, movies, shows, firstId, traps, brokenRows, share);
    }

    int titles(Kind kind) {
        return kind == Kind.MOVIE ? movies : shows;
    }
}

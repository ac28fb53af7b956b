package movierec.faketmdb.world;

/** A gap that some titles have, about as often as TMDB's have it. */
enum Trap {
    NO_POSTER(32),
    NO_BACKDROP(134),
    NO_OVERVIEW(30),
    EMPTY_DATE(12),
    /** The date's key is not there at all. */
    MISSING_DATE(6),
    MISSING_BACKDROP(6),
    /** The votes' average is written without a fraction. */
    WHOLE_VOTE(92),
    WHOLE_POPULARITY(20),
    NO_RUNTIME(24),
    ZERO_RUNTIME(12),
    NO_IMDB_ID(40),
    NO_CERTIFICATION(60),
    NO_OFFERS(150),
    NO_TAGLINE(300),
    NO_HOMEPAGE(500),
    NO_COLLECTION(850);

    private final int perMille;

    Trap(int perMille) {
        this.perMille = perMille;
    }

    int perMille() {
        return perMille;
    }
}

package movierec.recommend;

import movierec.identity.UserId;

/** One question for recommendations. */
public record Ask(UserId user, Profile profile, MediaFilter mediaType, int limit, Dials dials, WhatIf whatIf) {
    public static final int MAX_LIMIT = 100;

    public Ask {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }

    /** The default list of a profile. */
    public static Ask of(UserId user, Profile profile, int limit) {
        return new Ask(user, profile, MediaFilter.BOTH, limit, Dials.DEFAULT, WhatIf.NOTHING);
    }
}

package movierec.title;

/** What a list of the catalogue holds. */
public enum ListScope {
    MOVIE,
    TV,
    /** Movies and shows in one order. */
    MIXED;

    public static ListScope of(MediaType type) {
        return switch (type) {
            case MOVIE -> MOVIE;
            case TV -> TV;
        };
    }
}

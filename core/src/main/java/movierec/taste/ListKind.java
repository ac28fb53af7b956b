package movierec.taste;

/** The two lists a user keeps. */
public enum ListKind {
    FAVOURITES(EventKind.FAVOURITE),
    WATCHLIST(EventKind.WATCHLIST);

    private final EventKind event;

    ListKind(EventKind event) {
        this.event = event;
    }

    /** The kind of event that puts a title on this list. */
    public EventKind event() {
        return event;
    }
}

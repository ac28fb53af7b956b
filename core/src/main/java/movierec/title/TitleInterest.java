package movierec.title;

/**
 * Is told which titles people care about, so that what is missing or old about them can be fetched behind the answers. Never
 * waits and never throws. Thread-safe.
 */
public interface TitleInterest {
    /** Nobody fetches anything. */
    TitleInterest NONE = new TitleInterest() {
        @Override
        public void viewed(Title title) {}

        @Override
        public void named(TitleId id) {}
    };

    /** Somebody looks at a title. */
    void viewed(Title title);

    /** Somebody named a title that the catalogue does not have. */
    void named(TitleId id);
}

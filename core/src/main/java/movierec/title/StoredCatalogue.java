package movierec.title;

/** What a catalogue is read from. */
public record StoredCatalogue(TitleStore titles, ListStore lists) {
    /** See {@link TitleStore#version}. */
    public long version() {
        return titles.version();
    }

    /** @param version read before this, so that a change in between is noticed the next time */
    public Catalogue load(long version) {
        return new Catalogue(titles.all(), lists.all(), version);
    }
}

package movierec.server.http;

/** How an answer may be kept by browsers and proxies. */
public enum Caching {
    /** Tokens, keys, exports, and whatever says nothing else. */
    NEVER("no-store"),
    /** A user's own data: kept, but asked about every time. */
    PERSONAL("private, no-cache"),
    /** Lists of the catalogue. */
    CATALOGUE("public, max-age=3600, stale-while-revalidate=86400"),
    /** Pictures: another picture has another name. */
    IMAGE("public, max-age=604800"),
    /** Documents that change with a new version of the server only. */
    DOCUMENT("public, no-cache");

    private final String header;

    Caching(String header) {
        this.header = header;
    }

    /** The value of {@code Cache-Control}. */
    public String header() {
        return header;
    }
}

package movierec.faketmdb;

/**
 * How a fake is served.
 *
 * @param port 0 for a free one
 * @param credential the only one that is accepted; empty for every one that looks like TMDB's
 * @param requestsPerSecond more than these are answered with 429; 0 for no limit
 */
public record FakeSettings(int port, String credential, int requestsPerSecond) {
    public static final FakeSettings DEFAULT = new FakeSettings(0, "", 0);

    public FakeSettings withPort(int value) {
        return new FakeSettings(value, credential, requestsPerSecond);
    }

    public FakeSettings withCredential(String value) {
        return new FakeSettings(port, value, requestsPerSecond);
    }

    public FakeSettings withRequestsPerSecond(int value) {
        return new FakeSettings(port, credential, value);
    }
}

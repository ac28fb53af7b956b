package movierec.postgres;

import java.time.Instant;

/** Moments as milliseconds since 1970. {@link Instant#MAX}, which means never, has a number of its own. */
final class Moments {
    private Moments() {}

    static long write(Instant moment) {
        return moment.equals(Instant.MAX) ? Long.MAX_VALUE : moment.toEpochMilli();
    }

    static Instant read(long millis) {
        return millis == Long.MAX_VALUE ? Instant.MAX : Instant.ofEpochMilli(millis);
    }
}

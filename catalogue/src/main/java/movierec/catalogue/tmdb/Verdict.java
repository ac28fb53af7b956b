package movierec.catalogue.tmdb;

import java.io.IOException;
import java.time.Duration;

/** What a reply, or its absence, means for the caller and for those after it. */
sealed interface Verdict {
    Outcome outcome();

    record Answered(Outcome outcome, TmdbAnswer answer) implements Verdict {}

    /** May go well another time. */
    record TryAgain(Outcome outcome, String why, IOException cause) implements Verdict {}

    /** @param wanted silence; zero when TMDB did not say */
    record TooMany(Duration wanted) implements Verdict {
        @Override
        public Outcome outcome() {
            return Outcome.RATE_LIMITED;
        }
    }

    /** Will go the same way each time: a fault of the request. */
    record Faulty(String why) implements Verdict {
        @Override
        public Outcome outcome() {
            return Outcome.REFUSED;
        }
    }

    /** No request with this credential will go well. */
    record CredentialRefused(String why) implements Verdict {
        @Override
        public Outcome outcome() {
            return Outcome.REFUSED;
        }
    }
}

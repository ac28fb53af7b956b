package movierec.app;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import movierec.catalogue.tmdb.TmdbClient;
import movierec.catalogue.tmdb.TmdbCredential;
import movierec.catalogue.tmdb.TmdbMeter;
import movierec.catalogue.tmdb.TmdbSource;

/** Sees whether TMDB answers, without opening the product. */
public final class TmdbProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private TmdbProbe() {}

    /**
     * Asks TMDB one question.
     *
     * @param tmdb with a credential that is set
     * @throws movierec.failure.OutsideFailure when it does not answer, or refuses the credential; the message does not show it
     */
    public static void ask(Config.Tmdb tmdb, InstantSource clock) {
        TmdbCredential credential = TmdbCredential.of(tmdb.credential().value());
        try (TmdbClient client =
                new TmdbClient(tmdb.settings(), credential, TmdbMeter.NONE, clock, new SecureRandom())) {
            new TmdbSource(client, clock).probe(PATIENCE);
        }
    }
}

package movierec.catalogue.tmdb;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import movierec.failure.OutsideFailure;
import movierec.title.TitleSource.SourceHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks TMDB. All callers of one client share one rate, one pause when TMDB is asked too often, and one circuit when it fails.
 * What a single call sees of all this is an answer, or an {@link OutsideFailure} after every retry that makes sense.
 *
 * <p>Thread-safe; calls block. An interrupted call ends as a failure and leaves its thread interrupted.
 */
public final class TmdbClient implements AutoCloseable {
    static final String SYSTEM = "tmdb";
    private static final Logger LOG = LoggerFactory.getLogger(TmdbClient.class);

    private final TmdbSettings settings;
    private final TmdbMeter meter;
    private final Judge judge;
    private final Backoff backoff;
    private final Pause pause;
    private final Turns turns;
    private final Circuit circuit;
    private final Circuit credentials;
    private final Wire wire;

    /** @param random spreads the retries */
    public TmdbClient(
            TmdbSettings settings,
            TmdbCredential credential,
            TmdbMeter meter,
            InstantSource clock,
            RandomGenerator random) {
        TmdbLimits limits = settings.limits();
        this.settings = settings;
        this.meter = meter;
        this.judge = new Judge(credential, clock);
        this.backoff = new Backoff(limits.backoffBase(), limits.backoffCap(), random);
        this.pause = new Pause(backoff);
        this.turns = new Turns(limits.requestsPerSecond(), limits.maxInFlight(), pause, limits.backoffCap());
        this.circuit = new Circuit(limits.circuitFailures(), limits.circuitOpen());
        this.credentials = new Circuit(1, limits.credentialRecheck());
        this.wire = new Wire(settings.baseUrl(), credential, limits);
    }

    TmdbSettings settings() {
        return settings;
    }

    Wire wire() {
        return wire;
    }

    TmdbMeter meter() {
        return meter;
    }

    /** Asks patiently: waits for its turn, and tries again as often as the limits allow. */
    TmdbAnswer get(TmdbRequest request) {
        try {
            for (int failures = 0; ; failures++) {
                failFast(request);
                if (!turns.take()) {
                    throw pausedTooLong(request);
                }
                Verdict verdict = attempt(request, settings.limits().timeout());
                if (verdict instanceof Verdict.Answered(Outcome outcome, TmdbAnswer answer)) {
                    return answer;
                }
                boolean mayHelp = verdict instanceof Verdict.TryAgain || verdict instanceof Verdict.TooMany;
                if (!mayHelp || failures >= settings.limits().retries()) {
                    throw failure(request, verdict);
                }
                LOG.debug("TMDB {}: {}, trying again", request.endpoint(), verdict.outcome());
                if (verdict instanceof Verdict.TryAgain) {
                    Thread.sleep(backoff.delay(failures));
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(request, e);
        }
    }

    /** As {@link #get} for what must be there; that it is not is a failure. */
    Row body(TmdbRequest request) {
        return body(request, get(request)).row();
    }

    private TmdbAnswer.Body body(TmdbRequest request, TmdbAnswer answer) {
        if (answer instanceof TmdbAnswer.Body body) {
            return body;
        }
        throw failure(request, "is unknown to TMDB; is the base URL right?", false, new IOException("HTTP 404"));
    }

    /** Asks once; waiting for a turn and for the answer together takes no longer than {@code budget}. */
    TmdbAnswer.Body getWithin(TmdbRequest request, Duration budget) {
        long start = System.nanoTime();
        try {
            failFast(request);
            if (!turns.takeWithin(budget)) {
                throw failure(request, "is busy with other questions", true, new HttpTimeoutException("no turn"));
            }
            Verdict verdict = attempt(request, budget.minusNanos(System.nanoTime() - start));
            if (verdict instanceof Verdict.Answered(Outcome outcome, TmdbAnswer answer)) {
                return body(request, answer);
            }
            throw failure(request, verdict);
        } catch (InterruptedException e) {
            throw interrupted(request, e);
        }
    }

    /**
     * How the last calls went. Stays bad until a call goes well, so it says whether something is wrong and not whether to ask:
     * calls that cannot help fail at once by themselves.
     */
    public SourceHealth health() {
        if (credentials.isOpen()) {
            return new SourceHealth.Refused("TMDB does not accept the credential: it " + credentials.why());
        }
        return circuit.isOpen() ? new SourceHealth.Unreachable("TMDB " + circuit.why()) : new SourceHealth.Well();
    }

    private Verdict attempt(TmdbRequest request, Duration timeout) throws InterruptedException {
        try {
            // The others may have learned something while this one waited for its turn.
            if (!credentials.mayTry() || !circuit.mayTry()) {
                failFast(request);
            }
            long sentAt = System.nanoTime();
            Verdict verdict = exchange(request, timeout);
            meter.call(request.endpoint(), verdict.outcome().word(), Duration.ofNanos(System.nanoTime() - sentAt));
            learn(verdict, sentAt, timeout);
            return verdict;
        } finally {
            turns.giveBack();
        }
    }

    private Verdict exchange(TmdbRequest request, Duration timeout) throws InterruptedException {
        try {
            return judge.judge(request, wire.send(request, timeout));
        } catch (HttpTimeoutException e) {
            return new Verdict.TryAgain(Outcome.TIMEOUT, "did not answer within " + timeout.toMillis() + " ms", e);
        } catch (IOException e) {
            return new Verdict.TryAgain(Outcome.ERROR, "cannot be reached, or broke off its answer", e);
        }
    }

    private void learn(Verdict verdict, long sentAt, Duration timeout) {
        switch (verdict) {
            case Verdict.Answered answered -> {
                circuit.succeeded();
                credentials.succeeded();
                pause.succeeded(sentAt);
            }
            case Verdict.TryAgain(Outcome outcome, String why, IOException cause) -> {
                boolean wasInAHurry = timeout.compareTo(settings.limits().timeout()) < 0;
                if (outcome != Outcome.TIMEOUT || !wasInAHurry) {
                    circuit.failed(why);
                }
            }
            case Verdict.TooMany(Duration wanted) -> {
                pause.refused(sentAt, wanted);
                circuit.succeeded();
                meter.rateLimited();
            }
            case Verdict.Faulty faulty -> circuit.succeeded();
            case Verdict.CredentialRefused(String why) -> {
                circuit.succeeded();
                credentials.failed(why);
            }
        }
    }

    private void failFast(TmdbRequest request) {
        if (credentials.isClosedToCalls()) {
            throw failure(
                    request,
                    "does not accept the credential (it " + credentials.why() + "); set another one",
                    false,
                    new IOException("not asked"));
        }
        if (circuit.isClosedToCalls()) {
            throw failure(
                    request,
                    "is not asked for a while, because it " + circuit.why(),
                    true,
                    new IOException("not asked"));
        }
    }

    private OutsideFailure failure(TmdbRequest request, Verdict verdict) {
        return switch (verdict) {
            case Verdict.TryAgain(Outcome outcome, String why, IOException cause) -> failure(request, why, true, cause);
            case Verdict.TooMany tooMany ->
                failure(request, "says each time that it is asked too often", true, new IOException("HTTP 429"));
            case Verdict.Faulty(String why) -> {
                LOG.error("TMDB {} {}", request.endpoint(), why);
                yield failure(request, why, false, new IOException(request.endpoint()));
            }
            case Verdict.CredentialRefused(String why) -> {
                LOG.error("TMDB refuses the credential: {}", why);
                yield failure(request, why + "; set another credential", false, new IOException(request.endpoint()));
            }
            case Verdict.Answered answered -> throw new IllegalArgumentException("an answer is no failure");
        };
    }

    private OutsideFailure pausedTooLong(TmdbRequest request) {
        return failure(
                request,
                "was asked too often, and wants to be left alone for "
                        + pause.left().toSeconds() + " s",
                true,
                new IOException("HTTP 429"));
    }

    private OutsideFailure interrupted(TmdbRequest request, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return failure(request, "was not waited for: interrupted", true, cause);
    }

    private OutsideFailure failure(TmdbRequest request, String why, boolean retryable, Throwable cause) {
        return new OutsideFailure(SYSTEM, request.endpoint() + " " + why, retryable, cause);
    }

    @Override
    public void close() {
        wire.close();
    }
}

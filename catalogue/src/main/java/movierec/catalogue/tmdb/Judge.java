package movierec.catalogue.tmdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.InstantSource;

/**
 * Decides what a reply means. The HTTP status decides, because TMDB's own codes of success come with errors and the other way
 * round, and its content network answers in HTML; the body must only prove that it is TMDB's.
 */
final class Judge {
    /** TMDB's code for a malformed id, sent with the status of a broken server. */
    private static final int BAD_ID = 44;

    private static final int MAX_MESSAGE = 200;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final TmdbCredential credential;
    private final InstantSource clock;

    /** @param credential to be hidden should TMDB repeat it */
    Judge(TmdbCredential credential, InstantSource clock) {
        this.credential = credential;
        this.clock = clock;
    }

    Verdict judge(TmdbRequest request, Reply reply) {
        int status = reply.status();
        Row body = new Row(parsed(reply.body()));
        if (status >= 200 && status < 300) {
            return answered(request, reply, body);
        }
        if (status == 304 && !request.etag().isEmpty()) {
            return new Verdict.Answered(Outcome.NOT_MODIFIED, new TmdbAnswer.NotModified());
        }
        if (status == 404 && body.node().isObject()) {
            return new Verdict.Answered(Outcome.NOT_FOUND, new TmdbAnswer.NotFound());
        }
        if (status == 429) {
            return new Verdict.TooMany(reply.retryAfter(clock.instant()));
        }
        String why = said(status, body);
        if (status == 401) {
            return new Verdict.CredentialRefused(why);
        }
        boolean isServers = status >= 500 && status != 501 && body.number("status_code") != BAD_ID;
        return isServers || status == 408
                ? new Verdict.TryAgain(Outcome.ERROR, why, new IOException(why))
                : new Verdict.Faulty(why);
    }

    private static Verdict answered(TmdbRequest request, Reply reply, Row body) {
        if (!body.has(request.mustHave())) {
            String why =
                    "answered HTTP " + reply.status() + " with something that has no \"" + request.mustHave() + "\"";
            return new Verdict.TryAgain(Outcome.UNDECODABLE, why, new IOException(why));
        }
        return new Verdict.Answered(Outcome.OK, new TmdbAnswer.Body(body, reply.header("ETag"), reply.maxAge()));
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node.isObject() ? node : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
    }

    private String said(int status, Row body) {
        // Hidden before it is cut: a part of the credential is not to be shown either.
        String whole = credential.hideIn(body.text("status_message", Integer.MAX_VALUE));
        String message =
                whole.substring(0, Math.min(whole.length(), MAX_MESSAGE)).replaceAll("\\p{Cntrl}", " ");
        String code = body.has("status_code") ? " (code " + body.number("status_code") + ")" : "";
        return "answered HTTP " + status + code + (message.isEmpty() ? "" : ": " + message);
    }
}

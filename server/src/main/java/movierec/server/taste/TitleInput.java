package movierec.server.taste;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import movierec.server.http.Call;
import movierec.server.json.Body;
import movierec.server.json.Parameters;
import movierec.title.MediaType;
import movierec.title.TitleId;

/** Reads which title is meant, in all the ways clients say it: {@code movie:550}, {@code "550"}, {@code 550}. */
final class TitleInput {
    /** Stands for a title that was not readable; the fault is noted, so it never gets anywhere. */
    static final TitleId UNREADABLE = TitleId.movie(1);

    private static final int MAX_LENGTH = 32;

    private TitleInput() {}

    /** The title of a body; harmless when it is not readable, which is noted then. */
    static TitleId of(Body body, String... names) {
        return read(body, names).orElse(UNREADABLE);
    }

    /**
     * The title of a body; empty when it is not readable, which is noted then.
     *
     * @param names accepted names of the field, the documented one first
     */
    static Optional<TitleId> read(Body body, String... names) {
        String name = body.present(names);
        Optional<JsonNode> sent = body.node(name);
        if (sent.isEmpty()) {
            body.fault(names[0], "is required");
            return Optional.empty();
        }
        String typeWord = body.text("mediaType", MAX_LENGTH, "");
        Optional<MediaType> type = MediaType.of(typeWord);
        if (!typeWord.isEmpty() && type.isEmpty()) {
            body.fault("mediaType", "must be movie or tv");
        }
        boolean readable = sent.get().isTextual() || sent.get().isIntegralNumber();
        Optional<TitleId> titleId =
                readable ? TitleId.parse(sent.get().asText(), type.orElse(MediaType.MOVIE)) : Optional.empty();
        if (titleId.isEmpty()) {
            body.fault(name, "must be a title id such as movie:550 or 550");
        } else if (type.isPresent() && titleId.get().type() != type.get()) {
            body.fault("mediaType", "contradicts " + name);
        }
        return titleId;
    }

    /** The title of {@code ?mediaId=&mediaType=}. */
    static TitleId ofQuery(Call call) {
        Parameters query = call.query();
        String name = query.has("movieId") && !query.has("mediaId") ? "movieId" : "mediaId";
        String text = query.text(name, MAX_LENGTH);
        return read(query, name, text);
    }

    /** The title of a path that ends in {@code /{id}}; {@code ?mediaType=} says what a bare number means. */
    static TitleId ofPath(Call call) {
        return read(call.query(), "id", call.path("id"));
    }

    private static TitleId read(Parameters query, String name, String text) {
        String typeWord = query.text("mediaType", MAX_LENGTH, "");
        Optional<MediaType> type = MediaType.of(typeWord);
        if (!typeWord.isEmpty() && type.isEmpty()) {
            query.fault("mediaType", "must be movie or tv");
        }
        Optional<TitleId> titleId = TitleId.parse(text, type.orElse(MediaType.MOVIE));
        if (titleId.isEmpty() && !text.isEmpty()) {
            query.fault(name, "must be a title id such as movie:550 or 550");
        }
        return titleId.orElse(UNREADABLE);
    }
}

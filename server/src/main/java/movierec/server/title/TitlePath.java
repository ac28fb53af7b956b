package movierec.server.title;

import movierec.failure.Refusal;
import movierec.server.http.Call;
import movierec.title.TitleId;

/** Reads the title that a path names. */
public final class TitlePath {
    private TitlePath() {}

    /** The id of {@code /.../{id}}; refuses what is no id. */
    public static TitleId of(Call call) {
        return TitleId.parse(call.path("id"))
                .orElseThrow(() -> Refusal.Invalid.parameter("id", "must be a title id such as movie:550"));
    }
}

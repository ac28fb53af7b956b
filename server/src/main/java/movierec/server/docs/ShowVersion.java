package movierec.server.docs;

import java.util.Map;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;

/** {@code /api/version}: which build runs. */
public final class ShowVersion implements Endpoint {
    private final Build build;

    public ShowVersion(Build build) {
        this.build = build;
    }

    @Override
    public Answer answer(Call call) {
        return Answer.ok(Map.of("name", "MovieRec", "version", build.version(), "commit", build.commit()))
                .cached(Caching.DOCUMENT);
    }
}

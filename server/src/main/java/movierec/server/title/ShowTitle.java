package movierec.server.title;

import java.util.function.Supplier;
import movierec.failure.Refusal;
import movierec.recommend.ServingState;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.http.EntityTag;
import movierec.server.json.Json;
import movierec.title.Catalogue;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleInterest;

/** {@code GET /api/titles/{id}}: everything known about a title. */
public final class ShowTitle implements Endpoint {
    private final Supplier<ServingState> state;
    private final TitleInterest interest;
    private final TitleJson titles;

    public ShowTitle(Supplier<ServingState> state, TitleInterest interest, TitleJson titles) {
        this.state = state;
        this.interest = interest;
        this.titles = titles;
    }

    @Override
    public Answer answer(Call call) {
        TitleId titleId = TitlePath.of(call);
        Catalogue catalogue = state.get().catalogue();
        Title title = catalogue
                .find(titleId)
                .orElseThrow(() -> new Refusal.NotFound("The catalogue does not know " + titleId));
        interest.viewed(title);
        byte[] details = Json.written(json -> {
            json.writeStartObject();
            titles.writeDetails(json, title);
            json.writeEndObject();
        });
        return Answer.bytes(200, Answer.JSON, details)
                .cached(Caching.CATALOGUE, EntityTag.of("title", titleId, catalogue.version(), titles.variant()));
    }
}

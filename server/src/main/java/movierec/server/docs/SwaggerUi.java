package movierec.server.docs;

import java.util.Map;
import movierec.failure.Refusal;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.EntityTag;

/** {@code /docs}: Swagger UI from inside the jar; nothing is loaded from elsewhere. */
public final class SwaggerUi {
    private static final Map<String, String> FILES = Map.of(
            "swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
            "favicon-32x32.png", "image/png");
    private static final String OWN_SCRIPT = "start.js";

    private final String folder;
    private final String entityTag;

    public SwaggerUi(Build build) {
        this.folder = "/META-INF/resources/webjars/swagger-ui/" + build.swaggerUi() + "/";
        this.entityTag = EntityTag.of("swagger-ui", build.swaggerUi(), build.version());
    }

    public Answer page(Call call) {
        return WebPage.html(WebPage.text("/movierec/docs.html"), "", "script-src 'self'; connect-src 'self'; ");
    }

    public Answer file(Call call) {
        String name = call.path("file");
        if (name.equals(OWN_SCRIPT)) {
            return Answer.text("text/javascript; charset=utf-8", WebPage.text("/movierec/docs.js"))
                    .cached(Caching.DOCUMENT, entityTag);
        }
        String type = FILES.get(name);
        if (type == null) {
            throw new Refusal.NotFound("There is no such file");
        }
        if (call.hasCopy(entityTag)) {
            return Answer.notModified(entityTag, Caching.DOCUMENT);
        }
        byte[] bytes = WebPage.resource(folder + name)
                .orElseThrow(() -> new IllegalStateException("Missing in the build: " + folder + name));
        return Answer.bytes(200, type, bytes).cached(Caching.DOCUMENT, entityTag);
    }
}

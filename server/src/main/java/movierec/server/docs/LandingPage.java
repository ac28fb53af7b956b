package movierec.server.docs;

import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;

/** {@code /}: what this is and how to start, with commands that name the address the visitor used. */
public final class LandingPage implements Endpoint {
    private final String html;
    private final String imageOrigin;

    /** @param imageOrigin from where pictures may be loaded besides this server, or empty */
    public LandingPage(Build build, String imageOrigin) {
        this.html = WebPage.text("/movierec/landing.html").replace("{{version}}", build.version());
        this.imageOrigin = imageOrigin;
    }

    @Override
    public Answer answer(Call call) {
        return WebPage.html(html.replace("{{origin}}", origin(call)), imageOrigin, "");
    }

    private static String origin(Call call) {
        String host = call.header("Host");
        String scheme = call.header("X-Forwarded-Proto").equals("https") ? "https" : "http";
        return host.matches("[A-Za-z0-9.:\\[\\]-]{1,255}") ? scheme + "://" + host : "http://localhost:8080";
    }
}

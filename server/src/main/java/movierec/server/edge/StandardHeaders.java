package movierec.server.edge;

import java.util.List;
import movierec.server.http.Exchange;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** The headers of every answer, errors included. */
final class StandardHeaders {
    private final Cors cors;
    private final List<HttpField> fixed;

    StandardHeaders(Cors cors) {
        this.cors = cors;
        this.fixed = List.of(
                new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
                new PreEncodedHttpField("Referrer-Policy", "same-origin"),
                new PreEncodedHttpField("X-Frame-Options", "DENY"),
                new PreEncodedHttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
                new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
                new PreEncodedHttpField(
                        HttpHeader.VARY,
                        "Authorization, Accept-Language, Accept-Encoding" + (cors.isUsed() ? ", Origin" : "")));
    }

    void put(Exchange exchange, HttpFields request, HttpFields.Mutable response) {
        response.put("X-Request-ID", exchange.requestId());
        for (HttpField field : fixed) {
            response.put(field);
        }
        cors.allow(request, response);
    }
}

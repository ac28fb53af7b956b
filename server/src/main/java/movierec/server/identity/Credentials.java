package movierec.server.identity;

import movierec.server.json.Body;

/**
 * Reads what people type to identify themselves. A missing field is left to the identity provider, whose rules report all of
 * them at once; only what could not be handed to it is a fault here.
 */
final class Credentials {
    private static final int MAX_LENGTH = 1_000;

    private Credentials() {}

    static String email(Body body) {
        return body.text("email", MAX_LENGTH, "");
    }

    static String password(Body body) {
        return body.text("password", MAX_LENGTH, "");
    }

    static String code(Body body) {
        return body.text("code", MAX_LENGTH, "");
    }

    static String refreshToken(Body body) {
        return body.text(body.present("refreshToken", "RefreshToken", "refresh_token"), 4 * MAX_LENGTH, "");
    }
}

package movierec.smtp;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import movierec.identity.Email;
import org.simplejavamail.api.mailer.config.TransportStrategy;

/**
 * A mail server as a URL says it: {@code smtp[s]://[user:password@]host[:port][?from=address]}, with {@code @}, {@code :}
 * and {@code /} in user and password written as {@code %40}, {@code %3A} and {@code %2F}.
 *
 * <p>{@code smtps} is encrypted from the first byte; {@code smtp} is by STARTTLS where the server offers it, and must be
 * before a password crosses a network.
 *
 * @param user empty when the server wants none
 * @param from the sender; when the URL names none it is the user if that is an address, else {@code movierec@host}
 */
public record SmtpServer(boolean tls, String host, int port, String user, String password, Email from) {
    private static final int RELAY_PORT = 25;
    private static final int SUBMISSION_PORT = 587;
    private static final int TLS_PORT = 465;
    private static final String FORM = "SMTP_URL must look like smtp://user:password@host:587?from=movies@example.org";

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException in words for whoever wrote it, without the password
     */
    public static SmtpServer of(String url) {
        URI uri = parse(url);
        boolean tls = "smtps".equals(uri.getScheme());
        String host = uri.getHost();
        if (host == null || !(tls || "smtp".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(FORM);
        }
        String userInfo = Optional.ofNullable(uri.getRawUserInfo()).orElse("");
        int colon = userInfo.indexOf(':');
        String user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = colon < 0 ? "" : decoded(userInfo.substring(colon + 1));
        int usualPort = user.isEmpty() ? RELAY_PORT : SUBMISSION_PORT;
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? TLS_PORT : usualPort;
        Email from = from(Optional.ofNullable(uri.getRawQuery()).orElse(""), user, host);
        return new SmtpServer(tls, host.replaceAll("[\\[\\]]", ""), port, user, password, from);
    }

    TransportStrategy strategy() {
        if (tls) {
            return TransportStrategy.SMTPS;
        }
        return user.isEmpty() || isThisMachine() ? TransportStrategy.SMTP : TransportStrategy.SMTP_TLS;
    }

    private boolean isThisMachine() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    private static URI parse(String url) {
        try {
            return new URI(url.strip());
        } catch (URISyntaxException e) {
            // Not as the cause: its message repeats the whole URL.
            throw new IllegalArgumentException(FORM);
        }
    }

    private static Email from(String query, String user, String host) {
        if (query.startsWith("from=")) {
            String from = decoded(query.substring("from=".length()));
            if (Email.fault(from).isPresent()) {
                throw new IllegalArgumentException("The sender in SMTP_URL is not an e-mail address: " + from);
            }
            return new Email(from);
        }
        if (!query.isEmpty()) {
            throw new IllegalArgumentException(FORM);
        }
        for (String candidate : new String[] {user, "movierec@" + host}) {
            if (Email.fault(candidate).isEmpty()) {
                return new Email(candidate);
            }
        }
        return new Email("movierec@localhost");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return (tls ? "smtps://" : "smtp://") + host + ":" + port;
    }
}

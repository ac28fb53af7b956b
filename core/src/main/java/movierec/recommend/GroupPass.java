package movierec.recommend;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import movierec.failure.Refusal;
import movierec.identity.UserId;

/**
 * A user's leave to be counted in when a group picks a title: whoever holds the pass may use that taste for group lists, and
 * sees nothing else of it. A pass is {@code user.expiry.signature} in base64url, signed with HMAC-SHA256. Thread-safe.
 */
public final class GroupPass {
    public static final Duration LIFETIME = Duration.ofHours(12);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param secret at least 32 random bytes of this installation */
    public GroupPass(byte[] secret) {
        key = new SecretKeySpec(secret.clone(), ALGORITHM);
    }

    /** A pass that expires {@link #LIFETIME} after {@code now}. */
    public String issue(UserId user, Instant now) {
        String content = encode(user.value().getBytes(StandardCharsets.UTF_8)) + "."
                + now.plus(LIFETIME).getEpochSecond();
        return content + "." + encode(sign(content));
    }

    /** Whose pass it is; refuses a forged or expired one. */
    public UserId read(String pass, Instant now) {
        String[] parts = pass.split("\\.", -1);
        if (parts.length != 3 || !isSigned(parts[0] + "." + parts[1], parts[2])) {
            throw Refusal.Invalid.field("members", "holds a pass that is not valid");
        }
        if (now.getEpochSecond() >= Long.parseLong(parts[1])) {
            throw Refusal.Invalid.field("members", "holds a pass that has expired");
        }
        return new UserId(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
    }

    private boolean isSigned(String content, String signature) {
        byte[] expected = encode(sign(content)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] sign(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package movierec.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Makes what nobody may guess: ids, tokens, keys and codes. Thread-safe. */
public final class Secrets {
    private static final int TOKEN_BYTES = 32;
    private static final int CODE_BOUND = 1_000_000;
    private static final int API_KEY_ID_BYTES = 6;

    private final SecureRandom random;

    public Secrets(SecureRandom random) {
        this.random = random;
    }

    /** A random UUID (RFC 9562, version 4). */
    public UserId userId() {
        byte[] bytes = bytes(16);
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            high = (high << 8) | (bytes[i] & 0xff);
            low = (low << 8) | (bytes[8 + i] & 0xff);
        }
        high = (high & ~0xf000L) | 0x4000L;
        low = (low & 0x3fff_ffff_ffff_ffffL) | Long.MIN_VALUE;
        return new UserId(new UUID(high, low).toString());
    }

    /** 256 bits in base64url. */
    public String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /** Twelve hexadecimal digits that name an API key. */
    public String apiKeyId() {
        return HexFormat.of().formatHex(bytes(API_KEY_ID_BYTES));
    }

    /** Six decimal digits. */
    public String code() {
        return "%06d".formatted(random.nextInt(CODE_BOUND));
    }

    /**
     * SHA-256 in hexadecimal, for storing a random secret. A fast hash suffices for 256 random bits, and looking a hash up
     * in an index tells nothing about the secret, so no comparison in constant time is needed; passwords and codes, which
     * can be guessed, go through {@link PasswordHasher} instead.
     */
    public static String hash(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}

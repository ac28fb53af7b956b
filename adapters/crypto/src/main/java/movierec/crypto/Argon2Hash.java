package movierec.crypto;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/**
 * An Argon2id hash and how it was made, written as a PHC string:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, base64 without padding.
 */
final class Argon2Hash {
    static final int BYTES = 32;

    private static final Pattern TEXT = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getDecoder();

    private final Argon2Parameters parameters;
    private final byte[] salt;
    private final byte[] hash;

    Argon2Hash(Argon2Parameters parameters, byte[] salt, byte[] hash) {
        this.parameters = parameters;
        this.salt = salt;
        this.hash = hash;
    }

    static Argon2Hash parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A stored password hash is not an Argon2id hash in PHC format");
        }
        Argon2Parameters parameters = new Argon2Parameters(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
        return new Argon2Hash(parameters, DECODER.decode(matcher.group(4)), DECODER.decode(matcher.group(5)));
    }

    /** Hashes a password; letters that look alike but are encoded differently by different keyboards are made equal. */
    static byte[] compute(String password, Argon2Parameters parameters, byte[] salt, int bytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                        org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                .withVersion(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(parameters.memoryKib())
                .withIterations(parameters.passes())
                .withParallelism(parameters.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[bytes];
        String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
        generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    Argon2Parameters parameters() {
        return parameters;
    }

    byte[] salt() {
        return salt;
    }

    byte[] hash() {
        return hash;
    }

    String text() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        parameters.memoryKib(),
                        parameters.passes(),
                        parameters.lanes(),
                        ENCODER.encodeToString(salt),
                        ENCODER.encodeToString(hash));
    }
}

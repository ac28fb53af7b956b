package movierec.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import movierec.failure.OutsideFailure;

/**
 * The RSA keys that tokens are signed with: the newest signs, older ones still verify until no token of theirs can be
 * valid. Several processes may share the folder; each sees the others' rotations within a minute. Thread-safe.
 */
public final class SigningKeys {
    private static final int KEY_BITS = 2048;
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final Duration LOOK_FOR_UNKNOWN_EVERY = Duration.ofSeconds(5);
    /** A replaced key verifies for a day: longer than any token lives, and than any process needs to notice. */
    private static final Duration KEPT_AFTER_REPLACEMENT = Duration.ofDays(1);

    private final KeyFolder folder;
    private final InstantSource clock;
    private volatile Ring ring;

    private SigningKeys(KeyFolder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        this.ring = Ring.of(folder.load(), clock.instant());
    }

    /** Opens the keys in a folder, making the first one when there is none. */
    public static SigningKeys open(Path folder, InstantSource clock) {
        SigningKeys keys = new SigningKeys(new KeyFolder(folder), clock);
        if (keys.ring.signer.isEmpty()) {
            keys.rotate();
        }
        return keys;
    }

    /** Makes a new key, which signs from now on, and deletes keys replaced long ago. */
    public synchronized void rotate() {
        Instant now = clock.instant();
        List<RSAKey> before = folder.load();
        // Dates of issue have whole seconds, and the new key has to be the newest.
        Instant newest = before.isEmpty() ? Instant.EPOCH : issuedAt(before.getLast());
        Instant issuedAt = now.isAfter(newest.plusSeconds(1)) ? now : newest.plusSeconds(1);
        folder.store(generate(issuedAt));
        List<RSAKey> keys = folder.load();
        // A key is replaced when the next one is made.
        for (int i = 0; i + 1 < keys.size(); i++) {
            Instant replacedAt = issuedAt(keys.get(i + 1));
            if (replacedAt.plus(KEPT_AFTER_REPLACEMENT).isBefore(now)) {
                folder.delete(keys.get(i));
            }
        }
        ring = Ring.of(folder.load(), now);
    }

    /** The public keys as a JSON Web Key Set. */
    String jwks() {
        return fresh(LOOK_EVERY).publicJwks;
    }

    Signer signer() {
        return fresh(LOOK_EVERY).signer.getFirst();
    }

    Optional<RSASSAVerifier> verifier(String keyId) {
        RSASSAVerifier known = ring.verifiers.get(keyId);
        if (known == null) {
            // Perhaps another process has just rotated; but unknown ids come from strangers too, so not each time.
            known = fresh(LOOK_FOR_UNKNOWN_EVERY).verifiers.get(keyId);
        }
        return Optional.ofNullable(known);
    }

    private Ring fresh(Duration maxAge) {
        Ring current = ring;
        if (clock.instant().isBefore(current.loadedAt.plus(maxAge))) {
            return current;
        }
        return reload(maxAge);
    }

    private synchronized Ring reload(Duration maxAge) {
        Instant now = clock.instant();
        // Of many that find it old, the first loads it.
        if (!now.isBefore(ring.loadedAt.plus(maxAge))) {
            ring = Ring.of(folder.load(), now);
        }
        return ring;
    }

    private static RSAKey generate(Instant issuedAt) {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .issueTime(Date.from(issuedAt))
                    .generate();
        } catch (JOSEException e) {
            throw new OutsideFailure("keys", "cannot generate an RSA key", false, e);
        }
    }

    static Instant issuedAt(JWK key) {
        return key.getIssueTime() == null ? Instant.EPOCH : key.getIssueTime().toInstant();
    }

    /** Signs with one key. */
    record Signer(String keyId, RSASSASigner signer) {}

    /** All keys as loaded at one moment; {@code signer} is empty or holds the newest. */
    private record Ring(
            List<Signer> signer, Map<String, RSASSAVerifier> verifiers, String publicJwks, Instant loadedAt) {
        static Ring of(List<RSAKey> keys, Instant now) {
            try {
                Map<String, RSASSAVerifier> verifiers = new LinkedHashMap<>();
                for (RSAKey key : keys) {
                    verifiers.put(key.getKeyID(), new RSASSAVerifier(key));
                }
                List<Signer> signer = new ArrayList<>();
                if (!keys.isEmpty()) {
                    signer.add(new Signer(keys.getLast().getKeyID(), new RSASSASigner(keys.getLast())));
                }
                String publicJwks = new JWKSet(new ArrayList<JWK>(keys)).toString(true);
                return new Ring(signer, verifiers, publicJwks, now);
            } catch (JOSEException e) {
                throw new OutsideFailure("keys", "cannot use an RSA key of the keys folder", false, e);
            }
        }
    }
}

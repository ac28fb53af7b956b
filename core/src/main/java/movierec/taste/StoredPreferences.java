package movierec.taste;

import java.time.Instant;

/**
 * Preferences as stored.
 *
 * @param revision grows by one with every change; 0 = never stored, the defaults
 * @param updatedAt {@link Instant#EPOCH} when never stored
 */
public record StoredPreferences(Preferences preferences, long revision, Instant updatedAt) {
    public static final StoredPreferences NEVER = new StoredPreferences(Preferences.DEFAULTS, 0, Instant.EPOCH);
}

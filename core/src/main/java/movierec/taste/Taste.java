package movierec.taste;

import java.util.List;
import movierec.identity.UserId;

/**
 * A user's taste at one moment.
 *
 * @param version the user's version when it was read, see {@link TasteStore#version}
 * @param events every event but {@link EventKind#SHOWN}, oldest first by {@code at}
 * @param served lists recently served to the user, newest first, at most {@link #MAX_SERVED}
 */
public record Taste(UserId user, long version, Preferences preferences, List<Event> events, List<ServedList> served) {
    /** Most lists in {@code served}: reading a taste stays quick however often a user reloads. */
    public static final int MAX_SERVED = 30;

    public Taste {
        events = List.copyOf(events);
        served = List.copyOf(served);
    }

    public static Taste unknown(UserId user) {
        return new Taste(user, 0, Preferences.DEFAULTS, List.of(), List.of());
    }
}

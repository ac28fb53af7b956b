package movierec.taste;

import java.util.List;
import java.util.Set;
import movierec.identity.UserId;
import movierec.title.TitleId;

/**
 * The log of what users did: the truth behind every taste. Thread-safe.
 *
 * <p>{@link EventKind#FAVOURITE} and {@link EventKind#WATCHLIST} events and the entries of {@link TitleLists} are two views
 * of the same fact and always agree: recording such an event adds the title to that list, removing it there removes the
 * event here, and the other way round. A title is on a list once, so there is one such event per title. Every method that changes something does it in one transaction that also
 * increases the user's {@link TasteStore#version}; when it returns, the change survives a crash.
 */
public interface EventLog {
    /**
     * Records events in their order. An event counts as a duplicate when the log holds one of this user with the same
     * client id, or when it would put a title on a list that holds it already.
     */
    Receipt record(UserId user, List<Event> events);

    /** Events of the given kinds, newest recorded first, with ids below {@code beforeId}; at most {@code limit}. */
    List<RecordedEvent> history(UserId user, Set<EventKind> kinds, long beforeId, int limit);

    /** Removes one event; false when this user has no such event. */
    boolean delete(UserId user, long eventId);

    /** Removes this user's events of some kinds about one title and returns how many there were. */
    int deleteAll(UserId user, TitleId titleId, Set<EventKind> kinds);

    /** Hands every event of every user to the visitor, users together, oldest first. For training. */
    void forEach(Visitor visitor);

    /** How many were stored, and how many were known already. */
    record Receipt(int accepted, int duplicates) {}

    /** Receives events one by one; must not call the log again. */
    interface Visitor {
        void visit(UserId user, Event event);
    }
}

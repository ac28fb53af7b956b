package movierec.taste;

/** An event as the log keeps it; ids grow in the order of recording and are unique over all users. */
public record RecordedEvent(long id, Event event) {}

package movierec.taste;

import java.time.Instant;
import java.util.List;
import movierec.identity.UserId;

/** Keeps served lists for evaluation and impression rotation. Thread-safe. */
public interface ServedLog {
    /** Appends a batch in one transaction. Does not change any user's version. */
    void append(List<Entry> entries);

    /** Forgets lists served before the given moment and returns how many. */
    int deleteBefore(Instant moment);

    /** One served list and whom it was served to. */
    record Entry(UserId user, ServedList list) {}
}

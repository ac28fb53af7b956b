package movierec.taste;

import java.time.Instant;
import movierec.title.TitleId;

/** A title on a user's list; {@code facts} is {@link ClientFacts#NONE} once the catalogue knows the title. */
public record ListEntry(TitleId titleId, Instant addedAt, ClientFacts facts) {
    public ListEntry {
        addedAt = Instant.ofEpochMilli(addedAt.toEpochMilli());
    }
}

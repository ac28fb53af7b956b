package movierec.title;

import java.time.Instant;

/**
 * The last time a source was asked for one title.
 *
 * @param etag the source's name for this state of the title, sent with the next question; or empty
 * @param gone whether the source had no such title
 */
public record TitleCheck(TitleId id, String source, Instant checkedAt, String etag, boolean gone) {}

package movierec.vector;

import movierec.title.TitleId;

/**
 * What is kept about the text of one title.
 *
 * @param encoder the {@link TextEncoder#name} of what made it
 * @param contentHash of the text that was encoded, see {@link TitleText}
 * @param values length 1; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Rows of a large table: copies would double what they take.
public record TitleVector(TitleId titleId, String encoder, String contentHash, float[] values) {}

package movierec.learning.train;

import movierec.title.MediaType;
import movierec.title.TitleId;

/** A title id as a number, for files: its TMDB number, plus 2³² for a TV show. Never changes meaning. */
final class TitleCode {
    private static final long TV = 1L << 32;

    private TitleCode() {}

    static long encode(TitleId titleId) {
        return switch (titleId.type()) {
            case MOVIE -> titleId.number();
            case TV -> TV | titleId.number();
        };
    }

    static TitleId decode(long code) {
        return new TitleId((code & TV) == 0 ? MediaType.MOVIE : MediaType.TV, (int) code);
    }
}

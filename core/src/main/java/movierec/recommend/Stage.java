package movierec.recommend;

import java.util.Locale;

/** The stage of the fallback chain that made a list (REC-9). */
public enum Stage {
    /** Both layers, or the batch layer alone. */
    BLEND,
    /** No batch layer: content and what the user stated. */
    CONTENT,
    /** Nothing is known about the user: what everybody likes. */
    POPULAR,
    /** Too few local titles: filled up from the live source. */
    DISCOVER,
    /** The catalogue is empty or unreachable: the bundled titles. */
    BUNDLED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Stage of(ServingState state, Signals signals) {
        if (state.bundled()) {
            return BUNDLED;
        }
        if (signals.hasBatch()) {
            return BLEND;
        }
        return signals.hasRealtime() ? CONTENT : POPULAR;
    }
}

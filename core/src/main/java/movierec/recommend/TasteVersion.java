package movierec.recommend;

import movierec.identity.UserId;
import movierec.taste.Taste;

/** Names the stored events that a history was read from. What was assumed or never stored is {@link #NOT_STORED}. */
public record TasteVersion(UserId user, long version) {
    public static final TasteVersion NOT_STORED = new TasteVersion(new UserId("nobody"), -1);

    public static TasteVersion of(Taste taste) {
        return new TasteVersion(taste.user(), taste.version());
    }
}

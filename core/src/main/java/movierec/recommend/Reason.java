package movierec.recommend;

/**
 * Why a title is on the list, in words. Names only the user's own titles, never another user.
 *
 * @param kind {@code because}, {@code genre}, {@code stated}, {@code quality} or {@code popular}
 * @param titleId the user's title that is named, as text; empty when none is
 */
public record Reason(String kind, String text, String titleId) {
    static Reason plain(String kind, String text) {
        return new Reason(kind, text, "");
    }
}

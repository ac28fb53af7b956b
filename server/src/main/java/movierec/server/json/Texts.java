package movierec.server.json;

/** What text from outside must be before anything else looks at it. */
final class Texts {
    private Texts() {}

    /** The reason why a text cannot be taken, or empty when it can. */
    static String fault(String text, int maxLength) {
        if (text.length() > maxLength) {
            return "must have at most " + maxLength + " characters";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "must not contain the NUL character";
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return "must be valid Unicode";
                }
                i++;
            }
        }
        return "";
    }
}

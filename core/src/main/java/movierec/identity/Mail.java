package movierec.identity;

/** A plain-text mail. Blank space at its end may get lost on the way. */
public record Mail(Email to, String subject, String text) {
    /** Neither address nor code belongs in a log. */
    @Override
    public String toString() {
        return "Mail[" + text.length() + " characters]";
    }
}

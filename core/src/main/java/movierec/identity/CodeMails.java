package movierec.identity;

/** The words of the mails that carry a code. */
final class CodeMails {
    private CodeMails() {}

    static Mail with(String code, Email to, CodePurpose purpose) {
        return switch (purpose) {
            case CONFIRM -> new Mail(to, "Your MovieRec code: " + code, """
                    Welcome to MovieRec!

                    Please confirm your e-mail address with this code:

                        %s

                    It works once and for 15 minutes. If you did not sign up, just ignore this mail.
                    """.formatted(code));
            case RESET -> new Mail(to, "Your MovieRec code for a new password: " + code, """
                    Hello,

                    someone, hopefully you, asked for a new MovieRec password. Set it with this code:

                        %s

                    It works once and for 15 minutes. If it was not you, just ignore this mail: nothing has changed.
                    """.formatted(code));
        };
    }
}

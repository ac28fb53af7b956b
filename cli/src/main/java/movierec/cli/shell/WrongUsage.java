package movierec.cli.shell;

import java.util.List;

/** An argument has a form that cannot be understood; the message says which and what is. */
public final class WrongUsage extends RuntimeException {
    public WrongUsage(String message) {
        super(message);
    }

    public static WrongUsage noneOf(String option, String value, List<String> words) {
        return new WrongUsage(option + " is one of " + String.join(", ", words) + ", not \"" + value + "\"");
    }
}

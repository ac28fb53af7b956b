package movierec.app;

import java.util.List;

/** Everything that is wrong with the settings, at once. */
public final class ConfigErrors extends RuntimeException {
    private final List<String> errors;

    public ConfigErrors(List<String> errors) {
        super(text(errors));
        this.errors = List.copyOf(errors);
    }

    public List<String> errors() {
        return errors;
    }

    private static String text(List<String> errors) {
        if (errors.size() == 1) {
            return errors.getFirst();
        }
        StringBuilder text = new StringBuilder(errors.size() + " settings are wrong:");
        for (int number = 1; number <= errors.size(); number++) {
            text.append("\n  ").append(number).append(". ").append(errors.get(number - 1));
        }
        return text.toString();
    }
}

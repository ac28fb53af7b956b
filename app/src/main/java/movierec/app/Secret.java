package movierec.app;

/** A value that is never printed. */
public record Secret(String value) {
    public boolean isSet() {
        return !value.isEmpty();
    }

    @Override
    public String toString() {
        return value.isEmpty() ? "" : "***";
    }
}

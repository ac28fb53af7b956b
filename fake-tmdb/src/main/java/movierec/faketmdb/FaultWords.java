package movierec.faketmdb;

import java.time.Duration;
import movierec.faketmdb.Fault.RetryAfter.Form;

/** The words for faults on a command line. */
public final class FaultWords {
    /** All of them, for help texts. */
    public static final String ALL =
            "429, 429-retry-after[=SECONDS], 429-date[=SECONDS], 401, 500, 503, html, slow[=MILLIS],"
                    + " cut-off, garbage, hang, outage, errors[=PERCENT%]";

    private static final double SOME = 0.3;

    private FaultWords() {}

    /**
     * @param word such as {@code slow=500}
     * @throws IllegalArgumentException when it is none
     */
    public static Rule rule(String word) {
        String[] parts = word.split("=", 2);
        String value = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "429" -> Rule.always(Fault.RATE_LIMITED);
            case "429-retry-after" -> Rule.always(new Fault.RetryAfter(seconds(value), Form.SECONDS));
            case "429-date" -> Rule.always(new Fault.RetryAfter(seconds(value), Form.DATE));
            case "401" -> Rule.always(Fault.UNAUTHORIZED);
            case "500" -> Rule.always(Fault.INTERNAL);
            case "503" -> Rule.always(Fault.MAINTENANCE);
            case "html" -> Rule.always(Fault.BAD_GATEWAY);
            case "slow" ->
                Rule.always(new Fault.Slow(Duration.ofMillis(value.isEmpty() ? 2_000 : Long.parseLong(value))));
            case "cut-off" -> Rule.always(new Fault.CutOff());
            case "garbage" -> Rule.always(new Fault.Garbage());
            case "hang" -> Rule.always(new Fault.Hang());
            case "outage" -> Rule.always(new Fault.Outage());
            case "errors" ->
                Rule.share(
                        value.isEmpty() ? SOME : Double.parseDouble(value.replace("%", "")) / 100,
                        Fault.INTERNAL,
                        Fault.BAD_GATEWAY,
                        Fault.MAINTENANCE,
                        Fault.TIMED_OUT,
                        new Fault.CutOff());
            default -> throw new IllegalArgumentException("\"" + word + "\" is none of " + ALL);
        };
    }

    private static Duration seconds(String value) {
        return Duration.ofSeconds(value.isEmpty() ? 2 : Long.parseLong(value));
    }
}

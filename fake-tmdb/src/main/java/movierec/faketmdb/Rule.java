package movierec.faketmdb;

import java.util.List;
import java.util.regex.Pattern;

/**
 * When something goes wrong.
 *
 * @param faults one of which happens, each as often
 * @param path which requests it concerns, by their whole path
 * @param times how often it happens at most
 * @param share of those requests that it happens to, up to 1
 */
public record Rule(List<Fault> faults, Pattern path, int times, double share) {
    private static final Pattern EVERYWHERE = Pattern.compile(".*");
    private static final int ALWAYS = Integer.MAX_VALUE;

    public Rule {
        faults = List.copyOf(faults);
        if (faults.isEmpty() || times < 1 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "A rule happens to a share from 0 to 1, not " + share + ", at least once");
        }
    }

    /** Happens to every request. */
    public static Rule always(Fault fault) {
        return new Rule(List.of(fault), EVERYWHERE, ALWAYS, 1);
    }

    /** Happens to the next requests and never again. */
    public static Rule next(int times, Fault fault) {
        return new Rule(List.of(fault), EVERYWHERE, times, 1);
    }

    /** Happens to some requests. */
    public static Rule share(double share, Fault... faults) {
        return new Rule(List.of(faults), EVERYWHERE, ALWAYS, share);
    }

    /** The same for some paths only, such as {@code /3/movie/[0-9]+}. */
    public Rule onPath(String pattern) {
        return new Rule(faults, Pattern.compile(pattern), times, share);
    }

    public Rule times(int most) {
        return new Rule(faults, path, most, share);
    }

    public Rule share(double value) {
        return new Rule(faults, path, times, value);
    }
}

package movierec.faketmdb.world;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of picture files, which tell by themselves whether they are true. */
public final class Pictures {
    private static final Pattern FILE = Pattern.compile("/?([a-z]+[0-9]+)x([0-9a-f]{16})\\.jpg");

    private Pictures() {}

    static String poster(FakeTitle title) {
        return path("p" + title.kind().word(), title.id());
    }

    static String backdrop(FakeTitle title) {
        return path("b" + title.kind().word(), title.id());
    }

    /** @param what lower-case letters */
    static String path(String what, long number) {
        String name = what + number;
        return "/" + name + "x" + check(name) + ".jpg";
    }

    /** Whether a picture of that name exists. */
    public static boolean exists(String file) {
        Matcher matcher = FILE.matcher(file);
        return matcher.matches() && check(matcher.group(1)).equals(matcher.group(2));
    }

    private static String check(String name) {
        return HexFormat.of().toHexDigits(Dice.mix(name.hashCode()));
    }
}

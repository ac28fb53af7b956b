package movierec.catalogue.importer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A MovieLens title taken apart: {@code "City of Lost Children, The (Cité des enfants perdus, La) (1995)"} is the name "The
 * City of Lost Children", the original name "La Cité des enfants perdus" and the year 1995.
 *
 * @param originalName or an alternative one; empty when none is given
 * @param year 0 when none is given
 */
record MovieLensName(String name, String originalName, int year) {
    private static final Pattern YEAR = Pattern.compile("\\s*\\((\\d{4})(?:[-\u2013]\\d{0,4})?\\)\\s*$");
    private static final Pattern OTHER_NAME = Pattern.compile("(.+?)\\s+\\((?:a\\.k\\.a\\. ?)?([^()]+)\\)\\s*$");
    private static final Pattern TRAILING_ARTICLE = Pattern.compile(
            "(.+), (The|An?|L[aeo']|Les|Los|Las|El|Il|I|Gli|Un|Une|Una|Der|Die|Das|Den|Det|De|Het|En|Ett?|O|Os|As)$");

    static MovieLensName of(String text) {
        String rest = text.strip();
        int year = 0;
        Matcher dated = YEAR.matcher(rest);
        if (dated.find()) {
            year = Integer.parseInt(dated.group(1));
            rest = rest.substring(0, dated.start());
        }
        String originalName = "";
        for (Matcher other = OTHER_NAME.matcher(rest); other.matches(); other = OTHER_NAME.matcher(rest)) {
            originalName = articleFirst(other.group(2).strip());
            rest = other.group(1);
        }
        return new MovieLensName(articleFirst(rest.strip()), originalName, year);
    }

    private static String articleFirst(String name) {
        Matcher trailing = TRAILING_ARTICLE.matcher(name);
        if (!trailing.matches()) {
            return name;
        }
        String article = trailing.group(2);
        return article + (article.endsWith("'") ? "" : " ") + trailing.group(1);
    }
}

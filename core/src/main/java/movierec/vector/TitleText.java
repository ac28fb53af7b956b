package movierec.vector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import movierec.title.Genre;
import movierec.title.Title;

/**
 * What is encoded of a title, always in this form, without the parts that are unknown:
 *
 * <pre>
 * Name (Original Name). Overview.
 * Genres: one, two. Keywords: one, two. Directed by A, B. Starring C, D.
 * </pre>
 *
 * The original name only where it differs. Creators count as directors, and of the cast the first few. What matters most comes
 * first, as encoders cut long texts.
 */
public record TitleText(String text) {
    private static final int MAX_KEYWORDS = 20;
    private static final int MAX_CAST = 8;
    private static final int MAX_OVERVIEW_LENGTH = 1500;

    /** 128 bits of it tell any two texts apart. */
    private static final int HASH_BYTES = 16;

    public static TitleText of(Title title) {
        StringBuilder text = new StringBuilder(title.name());
        if (!title.originalName().isBlank() && !title.originalName().equalsIgnoreCase(title.name())) {
            text.append(" (").append(title.originalName()).append(')');
        }
        text.append('.');
        if (!title.overview().isBlank()) {
            text.append(' ').append(first(title.overview().strip(), MAX_OVERVIEW_LENGTH));
        }
        List<String> lists = new ArrayList<>();
        add("Genres: ", title.genres().stream().map(Genre::label).toList(), lists);
        add("Keywords: ", title.keywords().stream().limit(MAX_KEYWORDS).toList(), lists);
        add("Directed by ", title.directors(), lists);
        add("Starring ", title.cast().stream().limit(MAX_CAST).toList(), lists);
        if (!lists.isEmpty()) {
            text.append('\n').append(String.join(" ", lists));
        }
        return new TitleText(text.toString());
    }

    private static void add(String heading, List<String> words, List<String> lists) {
        if (!words.isEmpty()) {
            lists.add(heading + String.join(", ", words) + ".");
        }
    }

    private static String first(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** Names the text: another text has another hash. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}

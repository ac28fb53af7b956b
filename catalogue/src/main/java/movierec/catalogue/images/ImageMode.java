package movierec.catalogue.images;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where clients get pictures from. */
public enum ImageMode {
    /** From the source itself, which then sees who looks at what. */
    HOTLINK,
    /** From this server, which keeps them for a while. */
    PROXY_CACHE,
    /** Nowhere: there are no pictures. */
    NONE;

    /** The word of the setting. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> words() {
        return Stream.of(values()).map(ImageMode::word).toList();
    }

    /** @throws IllegalArgumentException when there is no such word */
    public static ImageMode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

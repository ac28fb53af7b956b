package movierec.catalogue.images;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names one picture in one size. Only what {@link #of} lets through exists, so that a name can be no path to elsewhere.
 *
 * @param size such as {@code w342}
 * @param file such as {@code abc.jpg}
 */
public record ImageName(String size, String file) {
    /** TMDB's sizes of posters, backdrops and profiles; the originals are too large to be handed on. */
    private static final Set<String> SIZES =
            Set.of("w45", "w92", "w154", "w185", "w300", "w342", "w500", "w780", "w1280", "h632");

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]{1,64}\\.(?:jpg|png|webp)");

    public ImageName {
        if (!SIZES.contains(size) || !FILE.matcher(file).matches()) {
            throw new IllegalArgumentException("There is no picture " + size + "/" + file);
        }
    }

    /** Empty when there can be no such picture. */
    public static Optional<ImageName> of(String size, String file) {
        return SIZES.contains(size) && FILE.matcher(file).matches()
                ? Optional.of(new ImageName(size, file))
                : Optional.empty();
    }

    /** Below the source's address of pictures. */
    String path() {
        return size + "/" + file;
    }
}

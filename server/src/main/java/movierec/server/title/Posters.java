package movierec.server.title;

import java.net.URI;
import java.util.function.Supplier;
import movierec.catalogue.images.ImageMode;

/** Where clients find the pictures of titles. Thread-safe. */
public final class Posters {
    public static final Posters NONE = new Posters(ImageMode.NONE, () -> "");

    private static final String POSTER = "w342";
    private static final String BACKDROP = "w780";
    private static final String OWN = "/api/images/";

    private final ImageMode mode;
    private final Supplier<String> base;

    /** @param base address of the source's pictures, that sizes and file names are appended to */
    public Posters(ImageMode mode, Supplier<String> base) {
        this.mode = mode;
        this.base = base;
    }

    /** The address of a poster, or empty. */
    String posterUrl(String path) {
        return url(POSTER, path);
    }

    /** The address of a backdrop, or empty. */
    String backdropUrl(String path) {
        return url(BACKDROP, path);
    }

    private String url(String size, String path) {
        if (!isFile(path)) {
            return "";
        }
        return switch (mode) {
            case HOTLINK -> base.get() + size + path;
            case PROXY_CACHE -> OWN + size + path;
            case NONE -> "";
        };
    }

    /** Whether this is a slash and a file name: a client may have said anything of a title that we do not know. */
    private static boolean isFile(String path) {
        if (path.length() < 2 || path.charAt(0) != '/') {
            return false;
        }
        for (int i = 1; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!plain && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /** The origin that pages must be allowed to load pictures from, or empty when it is our own or there are none. */
    public String foreignOrigin() {
        if (mode != ImageMode.HOTLINK) {
            return "";
        }
        URI address = URI.create(base.get());
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    /** Differs where the addresses differ; for entity tags. */
    @Override
    public String toString() {
        return url(POSTER, "/-");
    }
}

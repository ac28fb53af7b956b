package movierec.server.http;

/** Entity tags: made from the versions an answer depends on, compared with what the client has. */
public final class EntityTag {
    private EntityTag() {}

    /**
     * A weak tag: the same tag means the same content, whatever its encoding. Weak because a compressed answer has it too.
     *
     * @param versions everything the answer depends on: the user's event version, the model's version, the parameters
     */
    public static String of(Object... versions) {
        long hash = 0xcbf29ce484222325L;
        for (Object version : versions) {
            String text = String.valueOf(version);
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ 0xFFFF) * 0x100000001b3L;
        }
        return "W/\"" + Long.toHexString(hash) + "\"";
    }

    /** A tag that a client may send back in {@code If-Match}. */
    public static String ofRevision(long revision) {
        return "\"" + revision + "\"";
    }

    /** Whether a header such as {@code If-None-Match} or {@code If-Match} names the tag; weakness is ignored. */
    public static boolean matches(String header, String tag) {
        if (header.isEmpty()) {
            return false;
        }
        if (header.equals("*") || header.equals(tag)) {
            return true;
        }
        String wanted = opaque(tag);
        for (String one : header.split(",")) {
            if (opaque(one.strip()).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}

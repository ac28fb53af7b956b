package movierec.catalogue.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A title file as a look at its folder shows it: another size or time means another content.
 *
 * @param name path below the folder, with {@code /} between names
 */
record FoundFile(Path path, String name, Format format, long bytes, long modifiedMillis)
        implements Comparable<FoundFile> {
    /** What files of titles are written in. */
    enum Format {
        JSON_LINES,
        CSV,
        NFO;

        /** By the end of a file's name. */
        static Optional<Format> of(String fileName) {
            return switch (fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
                case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
                case "csv" -> Optional.of(CSV);
                case "nfo" -> Optional.of(NFO);
                default -> Optional.empty();
            };
        }
    }

    @Override
    public int compareTo(FoundFile other) {
        return name.compareTo(other.name);
    }
}

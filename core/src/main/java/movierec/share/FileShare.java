package movierec.share;

import java.nio.file.Path;
import java.util.Map;

/** Keeps files that all nodes have in common, such as keys and models, where each of them can reach them. Thread-safe. */
public interface FileShare {
    /** Grows with every change, from whatever node; 0 for a share that never held a file. Cheap. */
    long version();

    /** Every file by its path, such as {@code models/20260301.model}, with the SHA-256 of its contents in hexadecimal. */
    Map<String, String> files();

    /**
     * Takes a file in, in the place of the one with this path; others see the former one or this one, whole.
     *
     * @param sha256 of the file's contents
     */
    void put(String path, String sha256, Path file);

    /** Writes the contents of a file to {@code target}; false when there is no such file any more. */
    boolean fetch(String path, Path target);

    /** Removes a file, if it is there. */
    void delete(String path);
}

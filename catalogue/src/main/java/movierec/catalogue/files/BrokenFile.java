package movierec.catalogue.files;

import java.io.IOException;

/** A file that cannot be read to its end, though the file system gives it: its message says why. */
final class BrokenFile extends IOException {
    BrokenFile(String why) {
        super(why);
    }
}

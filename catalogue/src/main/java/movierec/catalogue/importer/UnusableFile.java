package movierec.catalogue.importer;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipException;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;

/** How a file that cannot be used is reported: by a refusal that says what was expected. */
public final class UnusableFile {
    private UnusableFile() {}

    /** A refusal that says why, to be thrown. */
    public static Refusal.Invalid because(String why) {
        return new Refusal.Invalid("unusable-file", List.of(new Refusal.Fault("", "", why)));
    }

    /** A damaged archive is the file's fault, everything else the file system's. */
    static RuntimeException because(String file, IOException failure) {
        if (failure instanceof ZipException || failure instanceof EOFException) {
            return because(file + " is damaged or cut off (" + failure.getMessage() + "); get the file again");
        }
        return new OutsideFailure("file system", "cannot read " + file, false, failure);
    }
}

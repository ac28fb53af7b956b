package movierec.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import movierec.failure.OutsideFailure;

/** A random secret of this installation, made on first use and kept in a file that only its owner may read. */
final class InstallationSecret {
    private static final int BYTES = 32;

    private InstallationSecret() {}

    /** 32 bytes, the same every time for the same file, also when several processes start at once. */
    static byte[] open(Path file, SecureRandom random) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.notExists(file)) {
                create(file, folder, random);
            }
            byte[] secret = Files.readAllBytes(file);
            if (secret.length != BYTES) {
                throw new IOException(file + " is damaged: delete it to have a new one made");
            }
            return secret;
        } catch (IOException failure) {
            throw new OutsideFailure(
                    "files", "cannot use the secret " + file + ": " + failure.getMessage(), false, failure);
        }
    }

    private static void create(Path file, Path folder, SecureRandom random) throws IOException {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        Path temporary = Files.createTempFile(folder, "secret", ".tmp", ownerOnly(folder));
        try {
            Files.write(temporary, secret);
            // A hard link fails where the file exists, so that of two processes one wins and both read its secret.
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException anotherWon) {
            // Its secret is read next.
        } catch (UnsupportedOperationException noLinks) {
            Files.copy(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

package movierec.crypto;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import movierec.failure.OutsideFailure;

/** A folder of private keys that only its owner can read: one JSON web key per file, named by its id. */
final class KeyFolder {
    private static final String SUFFIX = ".jwk";

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** All keys, oldest first; ties by id, so that every process names the same one the newest. */
    List<RSAKey> load() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<RSAKey> keys = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                read(file, keys);
            }
        } catch (IOException e) {
            throw new OutsideFailure("keys", "cannot read the folder " + folder, false, e);
        }
        keys.sort(
                Comparator.comparing((RSAKey key) -> SigningKeys.issuedAt(key)).thenComparing(RSAKey::getKeyID));
        return keys;
    }

    /** Writes a key so that it is there whole or not at all, and survives a crash. */
    void store(RSAKey key) {
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
            Path temporary = Files.createTempFile(folder, "new", ".tmp", ownerOnly("rw-------"));
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer json = ByteBuffer.wrap(key.toJSONString().getBytes(StandardCharsets.UTF_8));
                while (json.hasRemaining()) {
                    channel.write(json);
                }
                channel.force(true);
            }
            Files.move(temporary, file(key), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new OutsideFailure("keys", "cannot write a key to " + folder, false, e);
        }
    }

    void delete(RSAKey key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new OutsideFailure("keys", "cannot delete " + file(key), false, e);
        }
    }

    private Path file(RSAKey key) {
        return folder.resolve(key.getKeyID() + SUFFIX);
    }

    private static void read(Path file, List<RSAKey> keys) throws IOException {
        try {
            RSAKey key = RSAKey.parse(Files.readString(file));
            if (!key.isPrivate() || key.getKeyID() == null) {
                throw new ParseException("not a private key with an id", 0);
            }
            keys.add(key);
        } catch (NoSuchFileException deletedMeanwhile) {
            return;
        } catch (ParseException e) {
            String remedy = " is damaged; restore it from a backup, or delete it: people then sign in again";
            throw new OutsideFailure("keys", file + remedy, false, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}

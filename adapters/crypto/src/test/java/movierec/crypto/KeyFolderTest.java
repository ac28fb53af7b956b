package movierec.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import movierec.failure.OutsideFailure;
import movierec.testkit.identity.Identities;
import movierec.testkit.identity.Together;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyFolderTest {
    @TempDir
    Path temporary = Path.of("");

    @Test
    void saysWhatToDoAboutADamagedKey() throws IOException {
        Path folder = temporary.resolve("keys");
        SigningKeys.open(folder, () -> Identities.NOW);
        Path file = files(folder).getFirst();
        Files.writeString(file, Files.readString(file).substring(20));

        assertThatThrownBy(() -> SigningKeys.open(folder, () -> Identities.NOW))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining("restore");
    }

    @Test
    void onlyTheOwnerCanReadTheKeys() throws IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(temporary).supportsFileAttributeView("posix"), "no POSIX permissions here");
        Path folder = temporary.resolve("deep").resolve("keys");

        SigningKeys.open(folder, () -> Identities.NOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(files(folder)).hasSize(1).allSatisfy(file -> assertThat(
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------"));
    }

    @Test
    void ignoresAHalfWrittenKey() throws IOException {
        Path folder = temporary.resolve("keys");
        SigningKeys keys = SigningKeys.open(folder, () -> Identities.NOW);
        Files.writeString(folder.resolve("new123.tmp"), "{\"kty\":");

        assertThat(SigningKeys.open(folder, () -> Identities.NOW).signer().keyId())
                .isEqualTo(keys.signer().keyId());
    }

    @Test
    void processesThatStartTogetherVerifyEachOthersTokens() {
        Path folder = temporary.resolve("keys");

        List<SigningKeys> opened = Together.call(4, i -> SigningKeys.open(folder, () -> Identities.NOW));

        SigningKeys later = SigningKeys.open(folder, () -> Identities.NOW);
        assertThat(opened)
                .allSatisfy(keys ->
                        assertThat(later.verifier(keys.signer().keyId())).isPresent());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}

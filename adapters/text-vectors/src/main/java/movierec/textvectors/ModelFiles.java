package movierec.textvectors;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import movierec.failure.OutsideFailure;

/**
 * The model and the native libraries that run it, copied out of their jars once into a folder of ours: both libraries would
 * otherwise unpack themselves into the home directory and, anew at each start, into the directory of temporary files.
 */
record ModelFiles(Path folder, Path tokenizerLibrary) {
    private static final String MODEL = "bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "bge-small-en-v1.5-q-tokenizer.json";

    /** A processor and system for which both libraries are there, in the words of each. */
    private record Platform(
            String runtime, String tokenizers, List<String> libraries, List<String> tokenizerLibraries) {}

    private static final List<Platform> PLATFORMS = List.of(
            unix("linux-x64", "linux-x86_64", ".so"),
            unix("linux-aarch64", "linux-aarch64", ".so"),
            unix("osx-aarch64", "osx-aarch64", ".dylib"),
            new Platform(
                    "win-x64",
                    "win-x86_64",
                    List.of("onnxruntime.dll", "onnxruntime4j_jni.dll"),
                    List.of("libwinpthread-1.dll", "libgcc_s_seh-1.dll", "libstdc++-6.dll", "tokenizers.dll")));

    private static Platform unix(String runtime, String tokenizers, String ending) {
        return new Platform(
                runtime,
                tokenizers,
                List.of("libonnxruntime" + ending, "libonnxruntime4j_jni" + ending),
                List.of("libtokenizers" + ending));
    }

    /**
     * Unpacks what is not there yet; several processes may do so at once.
     *
     * @throws OutsideFailure when there is no native library for this platform, or the folder cannot be written
     */
    static ModelFiles unpack(Path folder, String system, String processor) {
        String name = runtimeName(system, processor);
        Platform platform = PLATFORMS.stream()
                .filter(known -> known.runtime().equals(name))
                .findFirst()
                .orElseThrow(() -> failure(
                        "there is no native library for " + system + " on " + processor
                                + "; there is one for Linux and macOS on ARM, and for Linux and Windows on x86, 64 bits",
                        new IllegalStateException(name)));
        ModelFiles files = new ModelFiles(
                folder, folder.resolve(platform.tokenizerLibraries().getLast()));
        try {
            Files.createDirectories(folder);
            files.copy("/" + MODEL, MODEL);
            files.copy("/" + TOKENIZER, TOKENIZER);
            for (String library : platform.libraries()) {
                files.copy("/ai/onnxruntime/native/" + platform.runtime() + "/" + library, library);
            }
            for (String library : platform.tokenizerLibraries()) {
                files.copy("/native/lib/" + platform.tokenizers() + "/cpu/" + library, library);
            }
        } catch (IOException cannot) {
            throw failure("cannot unpack the model into " + folder, cannot);
        }
        return files;
    }

    private static String runtimeName(String system, String processor) {
        String lower = system.toLowerCase(Locale.ROOT);
        String prefix = lower.startsWith("linux")
                ? "linux"
                : lower.startsWith("mac") ? "osx" : lower.startsWith("win") ? "win" : lower;
        return prefix
                + switch (processor) {
                    case "amd64", "x86_64" -> "-x64";
                    case "aarch64", "arm64" -> "-aarch64";
                    default -> "-" + processor;
                };
    }

    static OutsideFailure failure(String what, Throwable cause) {
        return new OutsideFailure("text-vectors", what, false, cause);
    }

    /** A file of the right size is taken to be the right one: the folder's name holds the versions. */
    private void copy(String resource, String name) throws IOException {
        URL source = ModelFiles.class.getResource(resource);
        if (source == null) {
            throw new IOException(resource + " is not in the program");
        }
        Path target = folder.resolve(name);
        if (Files.exists(target)
                && Files.size(target) == source.openConnection().getContentLengthLong()) {
            return;
        }
        Path part = Files.createTempFile(folder, name, ".part");
        try (InputStream in = source.openStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Path model() {
        return folder.resolve(MODEL);
    }

    Path tokenizer() {
        return folder.resolve(TOKENIZER);
    }
}

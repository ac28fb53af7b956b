package movierec.catalogue.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The title files that a folder holds at one moment. Links inside the folder are not followed, names that begin with a dot
 * are passed over.
 *
 * @param files ordered by name
 * @param unseen what could not be looked at, with the reason
 */
record FolderView(List<FoundFile> files, List<String> unseen) {
    FolderView {
        files = List.copyOf(files);
        unseen = List.copyOf(unseen);
    }

    /**
     * Looks at a folder, or at a single file.
     *
     * @throws IOException when it is not there or cannot be listed
     */
    static FolderView of(Path place, FolderLimits limits) throws IOException {
        // Where the operator's own path leads through links, they are meant.
        Path top = place.toRealPath();
        if (!Files.isDirectory(top)) {
            BasicFileAttributes attributes = Files.readAttributes(top, BasicFileAttributes.class);
            return new FolderView(
                    FoundFile.Format.of(top.toString()).stream()
                            .map(format -> found(top, String.valueOf(top.getFileName()), format, attributes))
                            .toList(),
                    List.of());
        }
        Walk walk = new Walk(top, limits);
        Files.walkFileTree(top, EnumSet.noneOf(FileVisitOption.class), limits.maxDepth() + 1, walk);
        Collections.sort(walk.files);
        return new FolderView(walk.files, walk.unseen);
    }

    private static FoundFile found(Path path, String name, FoundFile.Format format, BasicFileAttributes attributes) {
        return new FoundFile(
                path,
                name,
                format,
                attributes.size(),
                attributes.lastModifiedTime().toMillis());
    }

    /** Collects files; what cannot be visited below the top costs only itself. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path top;
        private final FolderLimits limits;
        private final List<FoundFile> files = new ArrayList<>();
        private final List<String> unseen = new ArrayList<>();

        Walk(Path top, FolderLimits limits) {
            this.top = top;
            this.limits = limits;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(top) && isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile() || isHidden(path)) {
                return FileVisitResult.CONTINUE;
            }
            for (FoundFile.Format format :
                    FoundFile.Format.of(path.toString()).stream().toList()) {
                if (files.size() == limits.maxFiles()) {
                    unseen.add("more than " + limits.maxFiles() + " title files");
                    return FileVisitResult.TERMINATE;
                }
                files.add(found(path, name(path), format, attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
            if (path.equals(top)) {
                throw failure;
            }
            unseen.add(name(path) + " cannot be read");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                return visitFileFailed(folder, failure);
            }
            return FileVisitResult.CONTINUE;
        }

        private String name(Path path) {
            return top.relativize(path).toString().replace('\\', '/');
        }

        private static boolean isHidden(Path path) {
            return String.valueOf(path.getFileName()).startsWith(".");
        }
    }
}

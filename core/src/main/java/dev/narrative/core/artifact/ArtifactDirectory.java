package dev.narrative.core.artifact;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;

/** The directory of copies: readable by its owner alone, each file whole and named by a hash. */
final class ArtifactDirectory {
    private static final boolean POSIX = File.separatorChar == '/';

    private final Path directory;

    ArtifactDirectory(Path directory) {
        this.directory = directory;
    }

    /** Writes a copy under its name; one that is there already only becomes young again. */
    void write(ArtifactContent content) throws IOException {
        byte[] copy = content.copy();
        if (copy == null) {
            return;
        }
        Path target = directory.resolve(content.fileName());
        if (Files.exists(target)) {
            Files.setLastModifiedTime(target, FileTime.fromMillis(System.currentTimeMillis()));
            return;
        }
        Files.createDirectories(directory, ownersAlone("rwx------"));
        Path part = directory.resolve(
                content.fileName() + '.' + ProcessHandle.current().pid() + ".part");
        try {
            Files.createFile(part, ownersAlone("rw-------"));
            Files.write(part, copy);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Deletes what was written, or noted last, before a time in milliseconds since the epoch. */
    void sweep(long expiryMillis) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toMillis() < expiryMillis && Files.isRegularFile(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static FileAttribute<?>[] ownersAlone(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}

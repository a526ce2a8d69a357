package dev.narrative.console.server.journal;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories and files that only their owner can read. */
final class OwnerFiles {
    private static final boolean POSIX = File.separatorChar == '/';

    private OwnerFiles() {}

    /** Makes a directory and those above it. */
    static void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, permissions("rwx------"));
        }
    }

    /** Makes a file that was not there. */
    static void create(Path file) throws IOException {
        Files.createFile(file, permissions("rw-------"));
    }

    /** Writes a directory's entries to disk; only Unix can, and only there they could be lost. */
    static void force(Path directory) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] permissions(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}

package dev.narrative.export.delivery;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the spool does with files; only their owner can read them. */
class SpoolDisk {
    static final SpoolDisk REAL = new SpoolDisk();

    private static final boolean POSIX = File.separatorChar == '/';

    /** Writes a file that was not there. */
    void write(Path file, byte[] bytes) throws IOException {
        createFile(file);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    static void createFile(Path file) throws IOException {
        Files.createFile(file, readableByOwner("rw-------"));
    }

    /** Makes a directory and those above it; a link to a directory is as good as a directory. */
    static void createDirectory(@Nullable Path directory) throws IOException {
        if (directory == null || Files.isDirectory(directory)) {
            return;
        }
        createDirectory(directory.getParent());
        try {
            Files.createDirectory(directory, readableByOwner("rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw new IOException(directory + " is there but is not a directory", e);
            }
        }
    }

    /** Renames; false when the file is gone. */
    static boolean move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static FileAttribute<?>[] readableByOwner(String permissions) {
        if (!POSIX) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }
}

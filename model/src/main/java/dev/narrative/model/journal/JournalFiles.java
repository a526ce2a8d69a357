package dev.narrative.model.journal;

import dev.narrative.model.json.JsonWriter;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Set;

/**
 * Makes the journal's directories and files so that only their owner can read them. The days are UTC's: processes with
 * different time zones agree on them, and no time zone data has to be loaded.
 */
public final class JournalFiles {
    static final String TEMPORARY_SUFFIX = ".tmp";

    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final int MAX_NUMBER = 1_000_000;
    private static final boolean POSIX = File.separatorChar == '/';

    private final Path directory;
    private final String service;
    private final long pid;

    public JournalFiles(Path directory, String service, long pid) {
        this.directory = directory;
        this.service = service;
        this.pid = pid;
    }

    /** The day of a moment, counted from 1970. */
    public static long epochDay(long epochMillis) {
        return Math.floorDiv(epochMillis, MILLIS_PER_DAY);
    }

    /** Makes the next free file of a day; whoever has the same service and pid in another container is passed by. */
    public Path createNext(long epochDay) throws IOException {
        Path day = directory.resolve(LocalDate.ofEpochDay(epochDay).toString());
        createDirectory(day);
        for (int number = 1; number <= MAX_NUMBER; number++) {
            JournalFileName name = new JournalFileName(service, pid, number, false);
            Path file = day.resolve(name.toString());
            if (Files.exists(day.resolve(name.asSnapshot().toString()))) {
                continue;
            }
            try {
                return Files.createFile(file, readableByOwner("rw-------"));
            } catch (FileAlreadyExistsException taken) {
                // the next number is tried
            }
        }
        throw new IOException("no free file name in " + day);
    }

    /** Makes a file that has vanished again, with its directory. */
    public static void recreate(Path file) throws IOException {
        createDirectory(parent(file));
        try {
            Files.createFile(file, readableByOwner("rw-------"));
        } catch (FileAlreadyExistsException there) {
            // it has come back by itself
        }
    }

    public static Path parent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException(file + " has no directory");
        }
        return parent;
    }

    /** Replaces a file as a whole, so that a reader never sees half of it. */
    public static void replace(Path target, JsonWriter content) throws IOException {
        Path temporary = target.resolveSibling(target.getFileName() + TEMPORARY_SUFFIX);
        try {
            recreate(temporary);
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                out.write(content.buffer(), 0, content.size());
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(temporary, e);
            throw e;
        }
    }

    /** Where the snapshot of open spans lies that belongs to a journal file. */
    public static Path snapshotBeside(Path journalFile) throws IOException {
        JournalFileName name = JournalFileName.parse(journalFile.getFileName().toString());
        if (name == null) {
            throw new IOException(journalFile + " is not a file of the journal");
        }
        return journalFile.resolveSibling(name.asSnapshot().toString());
    }

    private static void deleteQuietly(Path file, IOException cause) {
        try {
            Files.delete(file);
        } catch (NoSuchFileException gone) {
            // nothing was left behind
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Makes a directory and those above it; a link to a directory is as good as a directory. */
    private static void createDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent != null) {
            createDirectory(parent);
        }
        try {
            Files.createDirectory(directory, readableByOwner("rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw new IOException(directory + " is there but is not a directory", e);
            }
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

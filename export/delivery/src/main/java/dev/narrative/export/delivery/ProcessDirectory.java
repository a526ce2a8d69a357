package dev.narrative.export.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A process's own directory within a destination's, {@code <pid>-<start>}. Whoever holds the lock on the file {@code lock}
 * in it owns it; the system takes the lock from a process that dies.
 */
final class ProcessDirectory implements Closeable {
    private static final String LOCK = "lock";
    private static final int TRIES = 100;

    /** Of this JVM: to open and close a lock's file once more would give the lock away. */
    private static final Set<Path> OWNED = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private ProcessDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes a new directory and owns it. */
    static ProcessDirectory create(Path destination, long pid, long startMillis) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Path path = destination.resolve(pid + "-" + (startMillis + i));
            if (Files.exists(path)) {
                continue;
            }
            SpoolDisk.createDirectory(path);
            ProcessDirectory owned = own(path);
            if (owned != null) {
                return owned;
            }
        }
        throw new IOException("no directory of this process's own could be made in " + destination);
    }

    /** Owns a directory that is there; {@code null} when somebody else does, or it is gone. */
    static @Nullable ProcessDirectory own(Path path) throws IOException {
        if (!OWNED.add(path)) {
            return null;
        }
        FileChannel channel = null;
        try {
            channel = lock(path.resolve(LOCK));
            return channel == null ? null : new ProcessDirectory(path, channel);
        } finally {
            if (channel == null) {
                OWNED.remove(path);
            }
        }
    }

    /** An open channel to the locked file, {@code null} when it can't be had. */
    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (NoSuchFileException gone) {
            return null;
        }
        boolean locked = false;
        try {
            locked = channel.tryLock() != null && Files.exists(file); // else its last owner has just removed it
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? channel : null;
    }

    /** The directories of all processes; none when there is no such destination. */
    static List<Path> all(Path destination) throws IOException {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(destination)) {
            return found;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(destination)) {
            for (Path entry : entries) {
                if (pid(entry) >= 0 && Files.isDirectory(entry)) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    /** The process that a directory is named after, -1 when it is no process's. */
    static long pid(Path directory) {
        String name = directory.getFileName().toString();
        int dash = name.indexOf('-');
        if (dash <= 0 || dash > 18) {
            return -1;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (i != dash && (c < '0' || c > '9')) {
                return -1;
            }
        }
        return Long.parseLong(name.substring(0, dash));
    }

    Path path() {
        return path;
    }

    /** Removes the directory with what is left in it, while it is owned: nobody else finds it half removed. */
    void remove() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                if (!entry.endsWith(LOCK)) {
                    Files.deleteIfExists(entry);
                }
            }
        }
        Files.deleteIfExists(path.resolve(LOCK));
        try {
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException entered) {
            // somebody else looks whether there is anything to take over, and removes it then
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            OWNED.remove(path);
        }
    }
}

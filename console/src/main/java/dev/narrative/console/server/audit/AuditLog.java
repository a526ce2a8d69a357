package dev.narrative.console.server.audit;

import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonWriter;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was read and changed, as JSON lines that are only added to, in a directory of its owner's alone. Servers and
 * commands write to the same log, each line under a lock. A full file is put aside; the oldest of those go. Thread-safe.
 */
public final class AuditLog {
    private static final String CURRENT = "audit.jsonl";
    private static final byte[] NEWLINE = {'\n'};

    private final Path directory;
    private final long rotateBytes;
    private final int keptFiles;

    /** The log in a console's data directory: up to 21 files of 16 MB. */
    public AuditLog(Path dataDirectory) {
        this(dataDirectory, 16 << 20, 20);
    }

    /**
     * @param rotateBytes how large a file grows
     * @param keptFiles how many full files are kept
     */
    AuditLog(Path dataDirectory, long rotateBytes, int keptFiles) {
        directory = dataDirectory.resolve("audit");
        this.rotateBytes = rotateBytes;
        this.keptFiles = keptFiles;
    }

    /** Adds an entry; what is not written is not to happen. */
    public synchronized void append(AuditEntry entry) {
        JsonWriter out = new JsonWriter(512);
        entry.write(out);
        out.raw(NEWLINE);
        try {
            createDirectory();
            try (FileChannel lock = FileChannel.open(
                            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = lock.lock()) {
                rotateIfFull();
                write(ByteBuffer.wrap(out.buffer(), 0, out.size()), held);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the audit log in " + directory + " can't be written", e);
        }
    }

    /** The latest entries that are like that, the latest first. */
    public List<AuditEntry> latest(int limit, Predicate<AuditEntry> wanted) {
        List<AuditEntry> found = new ArrayList<>();
        try {
            for (int number = 0; number <= keptFiles && found.size() < limit; number++) {
                Path file = number == 0 ? directory.resolve(CURRENT) : full(number);
                if (Files.exists(file)) {
                    read(file, limit - found.size(), wanted, found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the audit log in " + directory + " can't be read", e);
        }
        return found;
    }

    private static void read(Path file, int limit, Predicate<AuditEntry> wanted, List<AuditEntry> target)
            throws IOException {
        Deque<AuditEntry> last = new ArrayDeque<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                byte[] json = line.getBytes(StandardCharsets.UTF_8);
                AuditEntry entry = AuditEntry.of(JsonReader.read(json, JsonLimits.DEFAULT));
                if (!entry.time().isEmpty() && wanted.test(entry)) {
                    last.addLast(entry);
                    if (last.size() > limit) {
                        last.removeFirst();
                    }
                }
            }
        }
        List<AuditEntry> latestFirst = new ArrayList<>(last);
        Collections.reverse(latestFirst);
        target.addAll(latestFirst);
    }

    private void write(ByteBuffer line, FileLock held) throws IOException {
        Path file = directory.resolve(CURRENT);
        if (!Files.exists(file)) {
            Files.createFile(file, ownersAlone("rw-------"));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            // A line that a full disk or a kill has cut is ended, so that this one stands alone.
            ByteBuffer last = ByteBuffer.allocate(1);
            if (end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n') {
                end += channel.write(ByteBuffer.wrap(NEWLINE), end);
            }
            while (held.isValid() && line.hasRemaining()) {
                end += channel.write(line, end);
            }
        }
    }

    private void rotateIfFull() throws IOException {
        Path current = directory.resolve(CURRENT);
        if (!Files.exists(current) || Files.size(current) < rotateBytes) {
            return;
        }
        for (int number = keptFiles - 1; number >= 1; number--) {
            if (Files.exists(full(number))) {
                Files.move(full(number), full(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(current, full(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path full(int number) {
        return directory.resolve("audit-" + number + ".jsonl");
    }

    private void createDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, ownersAlone("rwx------"));
        }
    }

    private static FileAttribute<?>[] ownersAlone(String permissions) {
        return File.separatorChar == '/'
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}

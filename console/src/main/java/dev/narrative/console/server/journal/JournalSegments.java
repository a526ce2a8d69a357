package dev.narrative.console.server.journal;

import dev.narrative.model.journal.JournalFiles;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The files of this process's journal, one after the other: the next comes at midnight (UTC), when one is full, and
 * after a failure. Named as the agents name theirs, so that they are indexed, kept and expired with them.
 */
final class JournalSegments implements Closeable {
    static final String SERVICE = "narrative-console";

    private final Path directory;
    private final long rotateBytes;
    private final Clock clock;

    private @Nullable Segment open;

    /** An open file; what lies behind its size was not taken. */
    private static final class Segment {
        private final Path path;
        private final LocalDate day;
        private final FileChannel channel;
        private long size;

        private Segment(Path path, LocalDate day, FileChannel channel) {
            this.path = path;
            this.day = day;
            this.channel = channel;
        }
    }

    JournalSegments(Path directory, long rotateBytes, Clock clock) {
        this.directory = directory;
        this.rotateBytes = rotateBytes;
        this.clock = clock;
    }

    /** Writes lines and waits until they are on disk; after a failure none of them is there. */
    void append(Iterable<ByteBuffer> lines) throws IOException {
        Segment segment = current();
        long before = segment.size;
        try {
            for (ByteBuffer line : lines) {
                ByteBuffer rest = line.duplicate();
                while (rest.hasRemaining()) {
                    segment.size += segment.channel.write(rest);
                }
            }
            segment.channel.force(false);
        } catch (IOException e) {
            // What the disk holds after a failed force is not known: the next lines go to another file.
            open = null;
            undo(segment, before, e);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Segment segment = open;
        open = null;
        if (segment != null) {
            segment.channel.close();
        }
    }

    private Segment current() throws IOException {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Segment segment = open;
        if (segment != null
                && (!segment.day.equals(today) || segment.size >= rotateBytes || Files.notExists(segment.path))) {
            close();
            segment = null;
        }
        if (segment == null) {
            segment = next(today);
            open = segment;
        }
        return segment;
    }

    private Segment next(LocalDate today) throws IOException {
        long pid = ProcessHandle.current().pid();
        Path file = new JournalFiles(directory, SERVICE, pid).createNext(today.toEpochDay());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        forceEntry(file);
        return new Segment(file, today, channel);
    }

    /** Writes the directory's entry of a file to disk; only Unix can, and only there it could be lost. */
    private static void forceEntry(Path file) throws IOException {
        if (File.separatorChar == '/') {
            try (FileChannel day = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
                day.force(true);
            }
        }
    }

    private static void undo(Segment segment, long size, IOException cause) {
        try (FileChannel channel = segment.channel) {
            channel.truncate(size);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}

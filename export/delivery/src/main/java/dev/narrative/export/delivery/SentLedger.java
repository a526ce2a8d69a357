package dev.narrative.export.delivery;

import dev.narrative.core.log.AgentLog;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which spans may have reached the destination: their ids, written before the body of a request goes out. Whoever finds it
 * after a crash knows what of the journal was not sent. Two files at most; a full one drives out the one before the last,
 * so that a ledger always knows the last quarter million spans.
 *
 * <p>Each file begins with the time from which on it is complete. An entry is a number, the count of ids, and the ids. A
 * count of -1 says that the entry of that number came back, -2 that the path of a journal file follows, as long as the
 * number says.
 */
final class SentLedger implements Closeable {
    static final String PREFIX = "ledger-";
    static final int MAGIC = 0x4e4c4701; // NLG, version 1
    static final int CAME_BACK = -1;
    static final int JOURNAL = -2;

    private static final long FULL = 2L * 1024 * 1024;
    private final Path directory;
    private final SteadyClock clock;
    private @Nullable FileOutputStream out;
    private long size;
    private int file;
    private int entries;
    private @Nullable Path journal;
    private @Nullable Path journalBefore;

    SentLedger(Path directory, SteadyClock clock, long completeFromMillis) throws IOException {
        this.directory = directory;
        this.clock = clock;
        next(completeFromMillis);
    }

    /** Notes that spans may be taken from now on; the number is for {@link #cameBack}. */
    int goesOut(long[] ids) {
        entries++;
        ByteBuffer entry = ByteBuffer.allocate(2 * Integer.BYTES + ids.length * Long.BYTES);
        entry.putInt(entries).putInt(ids.length);
        for (long id : ids) {
            entry.putLong(id);
        }
        append(entry.array());
        return entries;
    }

    /** Notes that the spans of an entry were not taken after all. */
    void cameBack(int entry) {
        append(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(entry)
                .putInt(CAME_BACK)
                .array());
    }

    /** Notes where the spans are journaled from now on. */
    void journalIs(Path file) {
        if (!file.equals(journal)) {
            journalBefore = journal;
            journal = file;
            append(journalEntry(file));
        }
    }

    /** Removes all that was written. */
    void remove() throws IOException {
        Files.deleteIfExists(directory.resolve(PREFIX + file));
        Files.deleteIfExists(directory.resolve(PREFIX + (file - 1)));
    }

    @Override
    public void close() throws IOException {
        FileOutputStream open = out;
        out = null;
        if (open != null) {
            open.close();
        }
    }

    /** What can't be noted is sent all the same: it matters only if a crash follows. */
    private void append(byte[] entry) {
        try {
            if (size + entry.length > FULL) {
                next(clock.millis());
                repeatJournals();
            }
            FileOutputStream open = out;
            if (open != null) {
                open.write(entry);
                size += entry.length;
            }
        } catch (IOException e) {
            AgentLog.warnThrottled(
                    "ledger." + directory,
                    "spool in " + directory + " can't be written (" + AgentLog.brief(e)
                            + "); if the process is killed now, some spans may be sent twice");
        }
    }

    /** A file must tell by itself where to look. */
    private void repeatJournals() throws IOException {
        FileOutputStream open = out;
        for (Path file : new @Nullable Path[] {journalBefore, journal}) {
            if (file != null && open != null) {
                open.write(journalEntry(file));
            }
        }
    }

    private static byte[] journalEntry(Path file) {
        byte[] path = file.toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Integer.BYTES + path.length)
                .putInt(path.length)
                .putInt(JOURNAL)
                .put(path)
                .array();
    }

    private void next(long completeFromMillis) throws IOException {
        close();
        file++;
        Path next = directory.resolve(PREFIX + file);
        SpoolDisk.createFile(next);
        FileOutputStream opened = new FileOutputStream(next.toFile());
        out = opened;
        byte[] head = ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(MAGIC)
                .putLong(completeFromMillis)
                .array();
        opened.write(head);
        size = head.length;
        Files.deleteIfExists(directory.resolve(PREFIX + (file - 2)));
    }
}

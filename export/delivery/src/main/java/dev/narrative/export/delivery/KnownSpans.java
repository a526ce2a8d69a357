package dev.narrative.export.delivery;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The spans of a process that is gone of which its directory tells: sent, or waiting in its spool. */
final class KnownSpans {
    private static final int MOST = 1 << 20;
    private static final long[] CAME_BACK = {};

    private long[] ids = new long[1024];
    private int size;
    private boolean sorted;
    private final Set<Path> journals = new LinkedHashSet<>();
    private final List<Path> ledgers = new ArrayList<>();
    private long completeFromMillis = Long.MAX_VALUE;
    private long lastWrittenMillis;

    /** Reads a directory; what a crash tore off counts for nothing. */
    static KnownSpans of(Path directory) throws IOException {
        KnownSpans known = new KnownSpans();
        Map<Integer, long[]> entries = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, SentLedger.PREFIX + "*")) {
            for (Path file : files) {
                known.readLedger(file, entries);
            }
        }
        for (long[] entry : entries.values()) {
            known.addAll(entry);
        }
        return known;
    }

    /** Adds the spans of the requests that wait. */
    void readSpool(Path directory, long sinceMillis) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                SpoolName name = SpoolName.parse(file.getFileName().toString());
                if (name != null
                        && name.createdMillis() >= sinceMillis
                        && !file.toString().endsWith(SpoolName.TEMPORARY)) {
                    readRequest(file);
                }
            }
        }
    }

    boolean hasLedger() {
        return !ledgers.isEmpty();
    }

    /** The files that the process journaled its spans to, as far as they are still there. */
    List<Path> journals() {
        return journals.stream().filter(Files::isRegularFile).toList();
    }

    /** From when on it is known of every span whether it was sent. */
    long completeFromMillis() {
        return completeFromMillis;
    }

    /** When the ledger was last written. */
    long lastWrittenMillis() {
        return lastWrittenMillis;
    }

    boolean contains(long spanId) {
        if (!sorted) {
            Arrays.sort(ids, 0, size);
            sorted = true;
        }
        return Arrays.binarySearch(ids, 0, size, spanId) >= 0;
    }

    /** Removes the ledger, once all that it did not know lies in the spool. */
    void forgetLedger() throws IOException {
        for (Path ledger : ledgers) {
            Files.deleteIfExists(ledger);
        }
    }

    private void readLedger(Path file, Map<Integer, long[]> entries) throws IOException {
        ledgers.add(file);
        lastWrittenMillis =
                Math.max(lastWrittenMillis, Files.getLastModifiedTime(file).toMillis());
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != SentLedger.MAGIC) {
                return;
            }
            completeFromMillis = Math.min(completeFromMillis, in.readLong());
            while (true) {
                int entry = in.readInt();
                int count = in.readInt();
                if (count == SentLedger.JOURNAL) {
                    readJournal(in, entry);
                } else if (count == SentLedger.CAME_BACK) {
                    entries.put(entry, CAME_BACK);
                } else {
                    entries.merge(entry, readIds(in, count), (before, late) -> before);
                }
            }
        } catch (EOFException end) {
            // all that was written whole has been read
        }
    }

    private static long[] readIds(DataInputStream in, int count) throws IOException {
        long[] read = new long[checked(count)];
        for (int i = 0; i < count; i++) {
            read[i] = in.readLong();
        }
        return read;
    }

    private void readJournal(DataInputStream in, int length) throws IOException {
        byte[] path = new byte[checked(length)];
        in.readFully(path);
        try {
            journals.add(Path.of(new String(path, StandardCharsets.UTF_8)));
        } catch (InvalidPathException damaged) {
            throw new EOFException(damaged.getMessage());
        }
    }

    /** A length that makes no sense ends what can be read. */
    private static int checked(int length) throws EOFException {
        if (length < 0 || length > MOST) {
            throw new EOFException("damaged");
        }
        return length;
    }

    private void readRequest(Path file) throws IOException {
        try {
            addAll(SpoolFormat.decode(Files.readAllBytes(file)).spanIds());
        } catch (IOException torn) {
            // its spans are found in the journal
        }
    }

    private void addAll(long[] more) {
        if (size + more.length > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(size + more.length, 2 * ids.length));
        }
        System.arraycopy(more, 0, ids, size, more.length);
        size += more.length;
        sorted = false;
    }
}

package dev.narrative.export.delivery;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The requests of one process's spool by age, and what they take of the disk. One thread at a time. */
final class SpoolIndex {
    /** What even a small file takes of a disk. */
    private static final long BLOCK = 4096;

    private final TreeMap<SpoolName, Long> waiting = new TreeMap<>();
    private long bytes;
    /** The one that is being sent: it is none that could be dropped. */
    private @Nullable SpoolName marked;

    private long markedBytes;

    static long onDisk(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** Whether nothing waits and nothing is being sent. */
    boolean isEmpty() {
        return waiting.isEmpty() && marked == null;
    }

    /** The oldest that waits, {@code null} when none does. */
    @Nullable
    SpoolName oldest() {
        return waiting.isEmpty() ? null : waiting.firstKey();
    }

    long bytes() {
        return bytes;
    }

    void add(SpoolName name, long size) {
        waiting.put(name, onDisk(size));
        bytes += onDisk(size);
    }

    void mark(SpoolName name) {
        Long size = waiting.remove(name);
        marked = name;
        markedBytes = size == null ? 0 : size;
    }

    void unmark(SpoolName name) {
        waiting.put(name, markedBytes);
        marked = null;
    }

    /** Forgets one; false when it was not known. */
    boolean remove(SpoolName name) {
        Long size = waiting.remove(name);
        if (name.equals(marked)) {
            size = markedBytes;
            marked = null;
        }
        bytes -= size == null ? 0 : size;
        return size != null;
    }
}

package dev.narrative.export.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Requests that wait in memory, oldest first, up to a size. One thread at a time. */
final class MemoryQueue {
    private final Deque<Parcel> parcels = new ArrayDeque<>();
    private final long maxBytes;
    private long bytes;

    MemoryQueue(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    boolean isEmpty() {
        return parcels.isEmpty();
    }

    /** Whether there is room; a single one always has it. */
    boolean hasRoomFor(Parcel parcel) {
        return parcels.isEmpty() || bytes + parcel.bytes() <= maxBytes;
    }

    void add(Parcel parcel) {
        parcels.addLast(parcel);
        bytes += parcel.bytes();
    }

    /** Puts one back that was polled. */
    void putBack(Parcel parcel) {
        parcels.addFirst(parcel);
        bytes += parcel.bytes();
    }

    @Nullable
    Parcel poll() {
        Parcel oldest = parcels.pollFirst();
        if (oldest != null) {
            bytes -= oldest.bytes();
        }
        return oldest;
    }
}

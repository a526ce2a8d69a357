package dev.narrative.export.delivery;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import dev.narrative.core.log.AgentLog;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The requests that wait: in memory while it goes well, else on disk; the newest win where neither has room. */
final class Stock {
    private static final long MEMORY_AT_MOST = 8L * 1024 * 1024;

    private final MemoryQueue memory = new MemoryQueue(MEMORY_AT_MOST);
    private final @Nullable Spool spool;
    private final @Nullable Bookkeeping books;
    private final DestinationCounters counters;
    private boolean lastWasSpooled;

    Stock(@Nullable Spool spool, @Nullable Bookkeeping books, DestinationCounters counters) {
        this.spool = spool;
        this.books = books;
        this.counters = counters;
    }

    @Nullable
    Spool spool() {
        return spool;
    }

    @Nullable
    Bookkeeping books() {
        return books;
    }

    /** Takes a new request; on disk when the destination is down, or so slow that memory is full. */
    void add(Parcel parcel, boolean down) {
        if ((down || !memory.hasRoomFor(parcel)) && toSpool(parcel)) {
            return;
        }
        while (!memory.hasRoomFor(parcel)) {
            lose(memory.poll());
        }
        memory.add(parcel);
    }

    /** Takes one back that was in memory and could not be sent. */
    void takeBack(Parcel parcel) {
        if (toSpool(parcel)) {
            return;
        }
        if (memory.hasRoomFor(parcel)) {
            memory.putBack(parcel);
        } else {
            lose(parcel);
        }
    }

    /** Brings what waits in memory to disk, as far as that works. */
    void moveToSpool() {
        for (Parcel parcel = memory.poll(); parcel != null; parcel = memory.poll()) {
            if (!toSpool(parcel)) {
                memory.putBack(parcel);
                return;
            }
        }
    }

    /** What to send next: old and new by turns, so that neither holds up the other; {@code null} when nothing waits. */
    @Nullable
    Errand next() {
        Errand next = lastWasSpooled ? orElse(fromMemory(), true) : orElse(fromSpool(), false);
        lastWasSpooled = next != null && next.isSpooled();
        return next;
    }

    /** Whether nothing waits in memory. */
    boolean isSafe() {
        return memory.isEmpty();
    }

    /**
     * Ends it.
     *
     * @param complete whether every span that was meant for the destination came here
     */
    void close(String destination, boolean complete) throws IOException {
        if (books != null) {
            if (complete && memory.isEmpty()) {
                books.closeAndRemove();
            } else {
                books.close();
            }
        }
        if (spool != null) {
            if (counters.spooled() > 0) {
                AgentLog.info("exporter " + destination + ": " + counters.spooled() + " spans wait in "
                        + spool.directory() + "; the next process that runs there sends them");
            }
            spool.close();
        }
    }

    private @Nullable Errand orElse(@Nullable Errand first, boolean spoolNext) {
        if (first != null) {
            return first;
        }
        return spoolNext ? fromSpool() : fromMemory();
    }

    private @Nullable Errand fromMemory() {
        Parcel parcel = memory.poll();
        return parcel == null ? null : Errand.fromMemory(parcel);
    }

    private @Nullable Errand fromSpool() {
        Parcel parcel = spool == null ? null : spool.oldest();
        return spool == null || parcel == null ? null : Errand.fromSpool(parcel, spool);
    }

    private boolean toSpool(Parcel parcel) {
        return spool != null && spool.write(parcel);
    }

    private void lose(@Nullable Parcel parcel) {
        if (parcel != null) {
            counters.countLost(LossCause.SPOOL_UNWRITABLE, parcel.spans(), null);
        }
    }
}

package dev.narrative.console.store;

import dev.narrative.console.query.TraceId;
import java.io.Closeable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A place that takes traces and answers questions about them. Not thread-safe. */
public interface TraceStore extends TraceQueries, SpanIngest, Closeable {
    /** Looks whether what is stored is whole; what is wrong with it, in words. */
    List<String> check();

    /** Whether other consoles write to it, from other journals. */
    default boolean isShared() {
        return false;
    }

    /**
     * Drops the traces that began on days (UTC) before this one, but for those that are held. Only a store that keeps
     * whole spans can: an index has what its journals have.
     */
    default void dropBefore(LocalDate day, Collection<TraceId> held) {
        throw new UnsupportedOperationException("an index goes with its journals");
    }

    /**
     * The day (UTC) before which everything has to be dropped for the rest to be no larger than this; empty where
     * nothing has to. Of a day nothing is dropped but all of it, and today stays.
     */
    default Optional<LocalDate> firstDayWithin(long bytes) {
        throw new UnsupportedOperationException("an index goes with its journals");
    }

    @Override
    void close();
}

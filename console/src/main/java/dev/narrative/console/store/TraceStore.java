package dev.narrative.console.store;

import java.io.Closeable;
import java.util.List;

/** A place that takes traces and answers questions about them. Not thread-safe. */
public interface TraceStore extends TraceQueries, SpanIngest, Closeable {
    /** Looks whether what is stored is whole; what is wrong with it, in words. */
    List<String> check();

    /** Whether other consoles write to it, from other journals. */
    default boolean isShared() {
        return false;
    }

    @Override
    void close();
}

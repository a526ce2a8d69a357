package dev.narrative.console.store;

import dev.narrative.console.query.TraceId;
import java.util.List;

/**
 * The holds of a store that keeps whole spans itself, for all consoles that share it: what is held here, its retention
 * spares, whoever asks for it.
 */
public interface StoredHolds {
    /** Those that were held first go first. */
    List<StoredHold> list();

    /** Holds a trace, or replaces its hold. */
    void put(StoredHold hold);

    /** Lets a trace go; false where it isn't held. */
    boolean remove(TraceId trace);
}

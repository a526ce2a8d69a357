package dev.narrative.core.trace;

import dev.narrative.model.Attributes;

/** Finds out to whom a span belongs from what the application says on its way, when the configuration asks for it. */
public interface Correlator {
    /** What a span's own attributes tell. */
    Correlation of(Attributes attributes);

    /** What this thread has been told outside any span. */
    Correlation ofThread();
}

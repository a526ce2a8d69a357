package dev.narrative.console.store.postgres;

import dev.narrative.console.store.TraceDelta;
import java.time.LocalDate;

/**
 * A trace in a batch.
 *
 * @param id its number
 * @param day the partition that its spans are in
 * @param isNew whether it has no spans yet
 * @param delta what the batch adds
 */
record TraceHome(long id, LocalDate day, boolean isNew, TraceDelta delta) {}

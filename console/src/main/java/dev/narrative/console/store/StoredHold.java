package dev.narrative.console.store;

import dev.narrative.console.query.TraceId;

/**
 * What a shared store knows of a held trace.
 *
 * @param since ISO 8601 in UTC
 * @param by who held it
 * @param reason empty where none was given
 */
public record StoredHold(TraceId trace, String since, String by, String reason) {}

package dev.narrative.testing.langfuse;

import org.jspecify.annotations.Nullable;

/**
 * A score as Langfuse keeps it.
 *
 * @param value a number as such, all else as text
 */
public record StoredScore(
        String id,
        @Nullable String traceId,
        @Nullable String observationId,
        @Nullable String sessionId,
        String name,
        String dataType,
        String value,
        @Nullable String comment,
        @Nullable String environment) {}

package dev.narrative.testing.langfuse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as Langfuse 4 keeps it: an observation with the columns of its trace.
 *
 * @param parentId empty for a root
 * @param metadata of observation and trace together, by key
 * @param isAppRoot whether it is marked as the top one of its application
 */
public record Observation(
        String traceId,
        String id,
        String parentId,
        String name,
        String type,
        long startNanos,
        long endNanos,
        @Nullable String input,
        @Nullable String output,
        Map<String, String> metadata,
        String level,
        @Nullable String statusMessage,
        @Nullable String model,
        Map<String, String> parameters,
        Map<String, Long> usage,
        Map<String, Double> cost,
        @Nullable String promptName,
        @Nullable Integer promptVersion,
        @Nullable Instant completionStart,
        boolean isAppRoot,
        TraceColumns trace) {

    /** What an observation says of its trace. */
    public record TraceColumns(
            @Nullable String name,
            @Nullable String userId,
            @Nullable String sessionId,
            List<String> tags,
            boolean isPublic,
            String environment,
            @Nullable String release,
            @Nullable String version) {}

    /** Whether it is the first of what is seen of its trace. */
    public boolean isRoot() {
        return parentId.isEmpty() || isAppRoot;
    }
}

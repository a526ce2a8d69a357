package dev.narrative.console.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list tells of a trace's model calls.
 *
 * @param models those that were called most first
 * @param firstToken nanoseconds, the median of the calls that streamed; {@code null} where none did
 */
public record TraceCalls(List<String> models, @Nullable Long firstToken) {
    public static final TraceCalls NONE = new TraceCalls(List.of(), null);

    public TraceCalls {
        models = List.copyOf(models);
    }
}

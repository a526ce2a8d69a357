package dev.narrative.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finished span as it stands in a journal, in the form that assertions like: ids in hex, values as text.
 *
 * @param service the {@code service.name} of its process
 * @param parentId the parent's span id, empty for a root
 * @param kind {@code INTERNAL}, {@code SERVER}, {@code CLIENT}, {@code PRODUCER} or {@code CONSUMER}
 * @param status {@code UNSET}, {@code OK} or {@code ERROR}
 */
public record RecordedSpan(
        String service,
        String scope,
        String traceId,
        String spanId,
        String parentId,
        String name,
        String kind,
        String status,
        String statusMessage,
        long startNanos,
        long endNanos,
        Map<String, String> attributes,
        List<RecordedEvent> events) {

    public boolean isRoot() {
        return parentId.isEmpty();
    }

    /** The attribute as text, {@code null} when it is not there. */
    public @Nullable String attribute(String key) {
        return attributes.get(key);
    }

    public boolean hasEvent(String eventName) {
        return events.stream().anyMatch(event -> event.name().equals(eventName));
    }
}

package dev.narrative.console.analysis;

import dev.narrative.console.query.TraceId;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.journal.JournalSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a step made, as the agent tells of it: in attributes of the span, or in an event of it.
 *
 * @param name as it was said, else that of its file or of the step
 * @param size in bytes, {@code null} when it is not known
 * @param stored the name of the copy beside the journal, {@code null} when there is none
 */
public record TraceArtifact(
        TraceId traceId,
        long spanId,
        String name,
        @Nullable String mediaType,
        @Nullable Long size,
        @Nullable String hash,
        @Nullable String place,
        @Nullable String stored) {

    /** The artifacts of these spans. */
    public static List<TraceArtifact> of(List<JournalSpan> spans) {
        List<TraceArtifact> artifacts = new ArrayList<>();
        for (JournalSpan span : spans) {
            add(span, span.attributes(), artifacts);
            for (SpanEvent event : span.events()) {
                if (event.name().equals(AttributeNames.ARTIFACT_EVENT)) {
                    add(span, event.attributes(), artifacts);
                }
            }
        }
        return artifacts;
    }

    private static void add(JournalSpan span, Attributes details, List<TraceArtifact> target) {
        String url = text(details, AttributeNames.ARTIFACT_URL);
        String place = url != null ? url : text(details, AttributeNames.ARTIFACT_PATH);
        String name = text(details, AttributeNames.ARTIFACT_NAME);
        String hash = text(details, AttributeNames.ARTIFACT_HASH);
        if (name == null && place == null && hash == null) {
            return;
        }
        target.add(new TraceArtifact(
                TraceId.of(span),
                span.spanId(),
                name != null ? name : place != null ? lastPart(place) : span.name(),
                text(details, AttributeNames.ARTIFACT_MEDIA_TYPE),
                details.get(AttributeNames.ARTIFACT_SIZE) instanceof Long bytes ? bytes : null,
                hash,
                place,
                text(details, AttributeNames.ARTIFACT_STORED)));
    }

    /** The name of a file or a page, by its path or URL. */
    private static String lastPart(String place) {
        int end = Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\'));
        return end < 0 || end == place.length() - 1 ? place : place.substring(end + 1);
    }

    private static @Nullable String text(Attributes details, String key) {
        return details.get(key) instanceof String text ? text : null;
    }
}

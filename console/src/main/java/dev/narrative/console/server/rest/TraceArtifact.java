package dev.narrative.console.server.rest;

import dev.narrative.console.query.TraceId;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a step made.
 *
 * @param size in bytes, {@code null} when it is not known
 * @param stored the name of the copy beside the journal, {@code null} when there is none
 */
record TraceArtifact(
        TraceId traceId,
        long spanId,
        String name,
        @Nullable String mediaType,
        @Nullable Long size,
        @Nullable String hash,
        @Nullable String place,
        @Nullable String stored) {

    /** The artifacts of these spans. */
    static List<TraceArtifact> of(List<JournalSpan> spans) {
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

    /** Writes it; {@code snake} for the shape of the executions' API. */
    void write(boolean snake, JsonWriter out) {
        out.beginObject();
        out.name(snake ? "span_id" : "spanId").value(Ids.spanId(spanId));
        out.name("name").value(name);
        text(snake ? "media_type" : "mediaType", mediaType, out);
        if (size != null) {
            out.name("size").value(size.longValue());
        }
        text("hash", hash, out);
        text("place", place, out);
        if (stored != null) {
            text(snake ? "download_url" : "url", "/api/v1/traces/" + traceId + "/artifacts/" + stored, out);
        }
        out.endObject();
    }

    private static void add(JournalSpan span, Attributes details, List<TraceArtifact> target) {
        String name = text(details, AttributeNames.ARTIFACT_NAME);
        if (name == null) {
            return;
        }
        String url = text(details, AttributeNames.ARTIFACT_URL);
        target.add(new TraceArtifact(
                TraceId.of(span),
                span.spanId(),
                name,
                text(details, AttributeNames.ARTIFACT_MEDIA_TYPE),
                details.get(AttributeNames.ARTIFACT_SIZE) instanceof Long bytes ? bytes : null,
                text(details, AttributeNames.ARTIFACT_HASH),
                url != null ? url : text(details, AttributeNames.ARTIFACT_PATH),
                text(details, AttributeNames.ARTIFACT_STORED)));
    }

    private static @Nullable String text(Attributes details, String key) {
        return details.get(key) instanceof String text ? text : null;
    }

    private static void text(String name, @Nullable String value, JsonWriter out) {
        if (value != null) {
            out.name(name).value(value);
        }
    }
}

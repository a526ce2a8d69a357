package dev.narrative.console.server.rest;

import dev.narrative.console.analysis.TraceArtifact;
import dev.narrative.model.Ids;
import dev.narrative.model.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Artifacts as JSON objects, with the address of their copies. */
final class ArtifactJson {
    private ArtifactJson() {}

    /** Writes one; {@code snake} for the shape of the executions' API. */
    static void write(TraceArtifact artifact, boolean snake, JsonWriter out) {
        out.beginObject();
        out.name(snake ? "span_id" : "spanId").value(Ids.spanId(artifact.spanId()));
        out.name("name").value(artifact.name());
        text(snake ? "media_type" : "mediaType", artifact.mediaType(), out);
        Long size = artifact.size();
        if (size != null) {
            out.name("size").value(size.longValue());
        }
        text("hash", artifact.hash(), out);
        text("place", artifact.place(), out);
        if (artifact.stored() != null) {
            String url = "/api/v1/traces/" + artifact.traceId() + "/artifacts/" + artifact.stored();
            out.name(snake ? "download_url" : "url").value(url);
        }
        out.endObject();
    }

    private static void text(String name, @Nullable String value, JsonWriter out) {
        if (value != null) {
            out.name(name).value(value);
        }
    }
}

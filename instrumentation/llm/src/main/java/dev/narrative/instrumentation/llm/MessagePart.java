package dev.narrative.instrumentation.llm;

import dev.narrative.model.json.JsonWriter;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One part of a message, in OpenTelemetry's schema for messages of GenAI 1.41.1. */
sealed interface MessagePart {
    /** @param clean takes secrets out of a text, where they shall be */
    void write(JsonWriter out, UnaryOperator<String> clean);

    /** What was said, or thought when the kind is {@code reasoning}; it may come in pieces. */
    record Text(String kind, StringBuilder content) implements MessagePart {
        @Override
        public void write(JsonWriter out, UnaryOperator<String> clean) {
            out.beginObject().name("type").value(kind);
            out.name("content").value(clean.apply(content.toString())).endObject();
        }
    }

    /** A tool that the model wants called; the arguments are JSON text, which may come in pieces. */
    final class ToolCall implements MessagePart {
        final StringBuilder arguments = new StringBuilder();

        @Nullable
        String id;

        @Nullable
        String name;

        /** Whether a piece with this id and name begins another call: some servers count all of them as the first. */
        boolean isAnother(@Nullable String newId, @Nullable String newName) {
            return id != null
                    && newId != null
                    && newName != null
                    && !newId.isEmpty()
                    && !newName.isEmpty()
                    && !newId.equals(id);
        }

        @Override
        public void write(JsonWriter out, UnaryOperator<String> clean) {
            out.beginObject().name("type").value("tool_call");
            if (id != null) {
                out.name("id").value(id);
            }
            out.name("name").value(name == null ? "" : name);
            out.name("arguments").value(clean.apply(arguments.toString())).endObject();
        }
    }

    /** What a tool gave back. */
    record ToolResult(@Nullable String id, String result) implements MessagePart {
        @Override
        public void write(JsonWriter out, UnaryOperator<String> clean) {
            out.beginObject().name("type").value("tool_call_response");
            if (id != null) {
                out.name("id").value(id);
            }
            out.name("response").value(clean.apply(result)).endObject();
        }
    }

    /**
     * An image, a sound or a file that was sent along: never its bytes.
     *
     * @param size in bytes, negative when it is not known
     */
    record Blob(
            String modality,
            @Nullable String mediaType,
            long size,
            @Nullable String sha256) implements MessagePart {
        @Override
        public void write(JsonWriter out, UnaryOperator<String> clean) {
            out.beginObject().name("type").value("blob").name("modality").value(modality);
            if (mediaType != null) {
                out.name("mime_type").value(mediaType);
            }
            if (size >= 0) {
                out.name("size").value(size);
            }
            if (sha256 != null) {
                out.name("sha256").value(sha256);
            }
            out.endObject();
        }
    }

    /** Something that the model shall fetch, or that the provider keeps under an id. */
    record Reference(String kind, String modality, String value) implements MessagePart {
        @Override
        public void write(JsonWriter out, UnaryOperator<String> clean) {
            out.beginObject().name("type").value(kind).name("modality").value(modality);
            out.name(kind.equals("file") ? "file_id" : "uri")
                    .value(clean.apply(value))
                    .endObject();
        }
    }
}

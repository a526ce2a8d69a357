package dev.narrative.model.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a {@code TracesData} in OTLP-JSON, whoever wrote it, in one pass; enums may be numbers or names. What is
 * unknown is skipped, links too. Thread-safe.
 */
public final class OtlpJsonDecoder {
    private static final String UNKNOWN_SERVICE = "unknown_service";

    private final JsonFactory json = new JsonFactory();

    /**
     * Reads one line; when it breaks off, the spans that were whole until there have been handed over.
     *
     * @throws IOException when it is not JSON or not whole
     */
    public void decode(byte[] line, int offset, int length, SpanSink sink) throws IOException {
        try (JsonParser parser = json.createParser(line, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("a JSON object was expected");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("resourceSpans") && parser.currentToken() == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        readResourceSpans(parser, sink);
                    }
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new IOException("more follows after the JSON object");
            }
        }
    }

    private static void readResourceSpans(JsonParser parser, SpanSink sink) throws IOException {
        Attributes resource = new Attributes();
        List<SpanFields> spans = new ArrayList<>();
        try {
            readFields(parser, field -> {
                switch (field) {
                    case "resource" -> readResource(parser, resource);
                    case "scopeSpans", "instrumentationLibrarySpans" ->
                        readEach(parser, () -> readScopeSpans(parser, spans));
                    default -> parser.skipChildren();
                }
            });
        } finally {
            handOver(spans, resource, sink);
        }
    }

    private static void handOver(List<SpanFields> spans, Attributes attributes, SpanSink sink) {
        Object name = attributes.get(AttributeNames.SERVICE_NAME);
        Resource resource = new Resource(name == null ? UNKNOWN_SERVICE : name.toString(), attributes);
        for (SpanFields span : spans) {
            String problem = span.problem();
            if (problem == null) {
                sink.span(span.build(resource));
            } else {
                sink.problem(problem);
            }
        }
    }

    private static void readResource(JsonParser parser, Attributes resource) throws IOException {
        readFields(parser, field -> {
            if (field.equals("attributes")) {
                OtlpJsonValues.readAttributes(parser, resource);
            } else {
                parser.skipChildren();
            }
        });
    }

    private static void readScopeSpans(JsonParser parser, List<SpanFields> spans) throws IOException {
        int first = spans.size();
        SpanFields scope = new SpanFields();
        try {
            readFields(parser, field -> {
                switch (field) {
                    case "scope", "instrumentationLibrary" -> readScope(parser, scope);
                    case "spans" -> readEach(parser, () -> spans.add(readSpan(parser)));
                    default -> parser.skipChildren();
                }
            });
        } finally {
            for (SpanFields span : spans.subList(first, spans.size())) {
                span.scope = scope.scope;
            }
        }
    }

    private static void readScope(JsonParser parser, SpanFields target) throws IOException {
        readFields(parser, field -> {
            if (field.equals("name")) {
                target.scope = OtlpJsonValues.readText(parser);
            } else {
                parser.skipChildren();
            }
        });
    }

    private static SpanFields readSpan(JsonParser parser) throws IOException {
        SpanFields span = new SpanFields();
        readFields(parser, field -> {
            switch (field) {
                case "traceId" -> span.traceId = OtlpJsonValues.readText(parser);
                case "spanId" -> span.spanId = OtlpJsonValues.readText(parser);
                case "parentSpanId" -> span.parentSpanId = OtlpJsonValues.readText(parser);
                case "traceState" -> span.traceState = OtlpJsonValues.readText(parser);
                case "flags" -> span.flags = OtlpJsonValues.readLong(parser);
                case "name" -> span.name = OtlpJsonValues.readText(parser);
                case "kind" -> span.kind(OtlpJsonValues.readText(parser));
                case "startTimeUnixNano" -> span.start = OtlpJsonValues.readLong(parser);
                case "endTimeUnixNano" -> span.end = OtlpJsonValues.readLong(parser);
                case "attributes" -> OtlpJsonValues.readAttributes(parser, span.attributes);
                case "events" -> readEach(parser, () -> span.events.add(readEvent(parser)));
                case "status" -> readStatus(parser, span);
                default -> parser.skipChildren();
            }
        });
        return span;
    }

    private static SpanEvent readEvent(JsonParser parser) throws IOException {
        SpanFields event = new SpanFields();
        readFields(parser, field -> {
            switch (field) {
                case "timeUnixNano" -> event.start = OtlpJsonValues.readLong(parser);
                case "name" -> event.name = OtlpJsonValues.readText(parser);
                case "attributes" -> OtlpJsonValues.readAttributes(parser, event.attributes);
                default -> parser.skipChildren();
            }
        });
        return new SpanEvent(event.name, event.start, event.attributes);
    }

    private static void readStatus(JsonParser parser, SpanFields span) throws IOException {
        readFields(parser, field -> {
            switch (field) {
                case "code" -> span.status(OtlpJsonValues.readText(parser));
                case "message" -> span.statusMessage = OtlpJsonValues.readText(parser);
                default -> parser.skipChildren();
            }
        });
    }

    /** Reads the value of a field; the parser stands on its first token. */
    private interface FieldReader {
        void read(String field) throws IOException;
    }

    private interface ItemReader {
        void read() throws IOException;
    }

    private static void readFields(JsonParser parser, FieldReader reader) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            reader.read(field);
        }
    }

    private static void readEach(JsonParser parser, ItemReader reader) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            reader.read();
        }
    }
}
